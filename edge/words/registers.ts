// The registers of a site, and what the console is told of each.
import type { Language } from '../contract/ids.ts';
import { type MailForm, mailRegister } from './registers/mail.ts';
import { isSignature, type Register, type Words } from './registers/register.ts';
import { returnsRegister } from './registers/returns.ts';
import { turnedAwayRegister } from './registers/turned-away.ts';

export interface RegisterSettings {
  mail: MailForm;
}

/** Every register this site keeps, in the order of the page. */
export const registersOf = ({ mail }: RegisterSettings): readonly Register[] => [
  mailRegister(mail),
  returnsRegister,
  turnedAwayRegister,
];

export interface RegisterInfo extends Pick<Register, 'id' | 'title' | 'form' | 'source'> {
  facts: string[];
  columns: { key: string; label: Words; isSignature: boolean; width: number; source: string }[];
}

/** As the contract tells a register. */
export const registerInfo = ({ id, title, form, source, facts, columns }: Register): RegisterInfo => ({
  id,
  title,
  form,
  source,
  facts: [...facts],
  columns: columns.map((column) => ({
    key: column.key,
    label: column.label,
    isSignature: isSignature(column),
    width: column.width,
    source: column.source,
  })),
});

/** 「邮件签收表（WY7.5.4-G01-F3）」: the name an auditor asks for. */
export const registerName = ({ title, form }: Register, language: Language): string => {
  if (form === null) return title[language];
  return language === 'en' ? `${title.en} (${form})` : `${title[language]}（${form}）`;
};
