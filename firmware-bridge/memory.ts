// What a device must remember over its restarts, as a fold over the journal's entries.
import { z } from 'zod';
import { compartmentNumber, deviceId, id } from '../edge/contract/ids.ts';
import { fault, orderResult, type Report, report } from '../edge/contract/reports.ts';

const firstResult = orderResult.exclude(['duplicate']);
const doorMemory = z.strictObject({
  compartment: compartmentNumber,
  reported: z.enum(['open', 'closed']),
  order: id.optional(),
  openedBy: id.optional(),
});

export const deviceMemory = z.strictObject({
  /** The last report's number. */
  seq: z.int().min(0),
  doors: z.array(doorMemory),
  faults: z.array(fault),
  /** Orders whose bytes may have gone out and that have no answer yet. */
  begun: z.array(z.strictObject({ orderId: id, compartment: compartmentNumber })),
  /** The newest answers, oldest first. */
  answers: z.array(z.strictObject({ orderId: id, result: firstResult })),
});
export type DeviceMemory = z.infer<typeof deviceMemory>;

/** One line of the journal. */
export const entry = z.discriminatedUnion('entry', [
  z.strictObject({ entry: z.literal('memory'), device: deviceId, memory: deviceMemory }),
  z.strictObject({ entry: z.literal('begun'), device: deviceId, orderId: id, compartment: compartmentNumber }),
  z.strictObject({ entry: z.literal('report'), device: deviceId, report }),
  /** A report that the memory before it already includes. */
  z.strictObject({ entry: z.literal('waiting'), device: deviceId, report }),
  z.strictObject({ entry: z.literal('receipted'), device: deviceId, reportId: id }),
]);
export type Entry = z.infer<typeof entry>;

/** A replay of anything older is stopped by its lease; this many ids only make sure that a repeat gets its first answer. */
const rememberedAnswers = 1_000;

export const blankMemory: DeviceMemory = { seq: 0, doors: [], faults: [], begun: [], answers: [] };

type DoorMemory = DeviceMemory['doors'][number];

const withDoor = (memory: DeviceMemory, compartment: number, change: Partial<DoorMemory>): DeviceMemory => {
  const old = memory.doors.find((one) => one.compartment === compartment) ?? { compartment, reported: 'closed' };
  return { ...memory, doors: [...memory.doors.filter((one) => one !== old), { ...old, ...change }] };
};

const afterReport = (memory: DeviceMemory, told: Report): DeviceMemory => {
  switch (told.kind) {
    case 'opened':
      return withDoor(memory, told.compartment, { reported: 'open', order: undefined, openedBy: told.orderId });
    case 'closed':
      return withDoor(memory, told.compartment, { reported: 'closed', openedBy: undefined });
    case 'fault':
      return { ...memory, faults: [...memory.faults.filter((one) => one !== told.fault), told.fault] };
    case 'cleared':
      return { ...memory, faults: memory.faults.filter((one) => one !== told.fault) };
    case 'answered': {
      const { orderId, compartment, result } = told;
      if (result === 'duplicate') return memory;
      const answers = [...memory.answers, { orderId, result }].slice(-rememberedAnswers);
      const answered = { ...memory, answers, begun: memory.begun.filter((one) => one.orderId !== orderId) };
      const isLast = memory.doors.some((one) => one.compartment === compartment && one.order === orderId);
      return result === 'expired' && isLast ? withDoor(answered, compartment, { order: undefined }) : answered;
    }
  }
};

export const remember = (memory: DeviceMemory, line: Entry): DeviceMemory => {
  switch (line.entry) {
    case 'memory':
      return line.memory;
    case 'begun': {
      const { orderId, compartment } = line;
      const begun = [...memory.begun, { orderId, compartment }];
      return withDoor({ ...memory, begun }, compartment, { order: orderId });
    }
    case 'report':
      return { ...afterReport(memory, line.report), seq: line.report.seq };
    case 'waiting':
    case 'receipted':
      return memory;
  }
};
