// Files of people at the desk: what a CSV would change, its import, and everybody as a CSV for the manager.
import { type Answer, isRefused } from '../../domain/decision.ts';
import type { Person } from '../../domain/state.ts';
import { dictionary } from '../../words/shell/dictionary.ts';
import type { Cell, Column } from '../../words/shell/words.ts';
import type { SiteTime } from '../../words/site-time.ts';
import { readTable } from '../people-table.ts';
import { csvText, csvType } from './csv.ts';
import type { FileHandlers, Handlers } from './handlers.ts';
import type { PeopleOptions } from './people.ts';
import { roomOf } from './person-row.ts';

export interface PeopleFilesOptions extends PeopleOptions {
  time: SiteTime;
}

/** Everything but the cards, whose numbers are not kept. A file of these columns can be imported again. */
const columns = [
  'role',
  'room',
  'name',
  'phone',
  'email',
  'consent',
  'shares',
  'elder',
  'low',
  'language',
  'relation',
  'until',
  'agreedBy',
  'channels',
  'quiet',
] as const satisfies Column[];

export const openPeopleFiles = (
  options: PeopleFilesOptions,
): Pick<Handlers, 'previewPeople' | 'importPeople'> & Pick<FileHandlers, 'peopleCsv'> => {
  const { dispatch, time, now, newId } = options;
  const words = dictionary['zh-CN'];
  const say = (cell: Cell): string => words.cell[cell];
  const yesNo = (is: boolean): string => say(is ? 'yes' : 'no');

  const cellsOf = (person: Person): Record<(typeof columns)[number], string> => {
    const { role, consent, shares, elder, language, relation, until, agreedBy, channels, quiet } = person;
    const { name = '', phone = '', email = '' } = dispatch.personal(person.id) ?? {};
    return {
      role: say(role),
      room: roomOf(dispatch, person),
      name,
      phone,
      email,
      consent: say(consent),
      shares: yesNo(shares),
      elder: yesNo(elder),
      low: yesNo(dispatch.state.get('households', person.householdId ?? '')?.low ?? false),
      language: language ?? '',
      relation: relation === null ? '' : say(relation),
      until: until === null ? '' : time.day(until),
      agreedBy: agreedBy === null ? '' : (dispatch.personal(agreedBy)?.name ?? ''),
      channels: channels.map(say).join(' '),
      quiet: quiet === null ? '' : `${quiet.from}-${quiet.to}`,
    };
  };

  return {
    previewPeople: async ({ body: { csv } }) => {
      const { rows, rooms: households, newPeople, changedPeople, problems } = await readTable(options, csv);
      return { body: { rows, households, newPeople, changedPeople, problems } };
    },
    importPeople: async ({ by, body: { commandId, csv, partial } }) => {
      const { entries, people, rooms, problems } = await readTable(options, csv);
      if (problems.length > 0 && !partial) return { body: { imported: 0, households: 0, problems } };
      const answer: Answer = await dispatch.execute({ kind: 'ImportPeople', commandId, by, ...entries });
      return isRefused(answer) ? answer : { body: { imported: people.length, households: rooms, problems } };
    },
    peopleCsv: async ({ by }) => {
      const people = [...dispatch.state.all('people')];
      const recorded = await dispatch.execute({
        commandId: newId(),
        kind: 'RecordExport',
        by,
        what: 'people',
        subject: null,
        rows: people.length,
      });
      if (isRefused(recorded)) return recorded;
      const rows = people.map((person) => {
        const cells = cellsOf(person);
        return columns.map((column) => cells[column]);
      });
      const head = columns.map((column) => words.column[column]);
      return { type: csvType, name: `people-${time.day(now().wallMs)}.csv`, body: csvText(head, rows) };
    },
  };
};
