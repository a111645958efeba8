// A register on paper: A4 across, its head on every page, signatures as pictures, and lines to sign at the end.
import { type ComponentChildren, render } from 'preact';
import type { ConsoleAnswer } from '../contract.ts';
import { useConsole, useWords } from '../hooks.ts';
import { Signed } from '../parts/signature-pad.tsx';
import { registersWords } from '../words/registers.ts';
import type { Span } from './span.ts';

export type RegisterPage = ConsoleAnswer<'readRegister'>;

interface PaperProps {
  page: RegisterPage;
  span: Span;
  /** Who prints it, and when, in words. */
  by: string;
  at: string;
}

const Head = ({ page, span, by, at }: PaperProps) => {
  const { session, language } = useConsole();
  const words = useWords(registersWords).paper;
  const { title, form, source, columns } = page.register;
  return (
    <thead>
      <tr>
        <th class="paper-title" colSpan={columns.length}>
          {title[language.value]}
          {form !== null && <small>{words.form(form)}</small>}
        </th>
      </tr>
      <tr>
        <td class="paper-lead" colSpan={columns.length}>
          <span>{session.value?.siteTitle}</span>
          <span>{words.range(span.from, span.to)}</span>
          <span>{words.printed(by, at)}</span>
          <span>{words.source(source)}</span>
        </td>
      </tr>
      <tr>
        {columns.map(({ key, label }) => (
          <th key={key} scope="col">
            {label[language.value]}
          </th>
        ))}
      </tr>
    </thead>
  );
};

/** A row, so that it never stands on a page without a head. */
const End = ({ facts, columns }: RegisterPage['register']) => {
  const words = useWords(registersWords).paper;
  return (
    <tr>
      <td class="paper-end" colSpan={columns.length}>
        <p class="paper-signs">
          {[words.made, words.checked, words.date].map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <p>{words.facts(facts.join(' '))}</p>
      </td>
    </tr>
  );
};

export const Paper = (props: PaperProps) => {
  const { register, rows } = props.page;
  const whole = register.columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <article class="paper">
      <table>
        <colgroup>
          {register.columns.map(({ key, width }) => (
            <col key={key} style={{ width: `${(100 * width) / whole}%` }} />
          ))}
        </colgroup>
        <Head {...props} />
        <tbody>
          {rows.map((row, n) => (
            <tr key={n}>
              {register.columns.map(({ key }) => {
                const field = row[key] ?? '';
                return <td key={key}>{typeof field === 'string' ? field : <Signed strokes={field} />}</td>;
              })}
            </tr>
          ))}
          <End {...register} />
        </tbody>
      </table>
    </article>
  );
};

/** Lays a sheet beside the page, prints it alone, and takes it away when the browser has done. */
export const print = (sheet: ComponentChildren): void => {
  const root = document.createElement('div');
  root.className = 'paper-root';
  document.body.append(root);
  render(sheet, root);
  const clear = (): void => {
    render(null, root);
    root.remove();
  };
  window.addEventListener('afterprint', clear, { once: true });
  window.print();
};
