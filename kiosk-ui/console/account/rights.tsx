// One plain table: which role may do what, as the edge itself reads it.
import { useFrameWords, useReading, useWords } from '../hooks.ts';
import { Icon } from '../parts/icon.tsx';
import { Note, Panel } from '../parts/panel.tsx';
import { accountWords } from '../words/account.ts';

export const Rights = () => {
  const frame = useFrameWords();
  const words = useWords(accountWords).rights;
  const { body, trouble } = useReading('readRights', {}, []);
  return (
    <Panel name="rights" title={words.title} lead={words.lead} fills>
      {trouble && <Note tone="bad">{frame.refused[trouble]}</Note>}
      {body && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be reached from the keyboard [WCAG 2.1.1]
        <section class="table rights" aria-label={words.title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.right}</th>
                {body.roles.map((role) => (
                  <th key={role} scope="col">
                    {frame.role[role]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {body.rows.map(({ right, roles }) => (
                <tr key={right}>
                  <th scope="row">{frame.right[right]}</th>
                  {body.roles.map((role) => (
                    <td key={role} class={roles.includes(role) ? 'may' : 'may-not'}>
                      {roles.includes(role) && <Icon name="check" />}
                      <span class="unseen">{roles.includes(role) ? words.may : words.mayNot}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  );
};
