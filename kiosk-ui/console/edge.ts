// Typed calls to the console API: commands get an id made here and are sent again under it when no answer comes.
import { newId } from '../kiosk/ids.ts';
import { type Letter, type Patience, sendUntilAnswered, usualPatience } from '../line.ts';
import type { ConsoleAnswer, ConsoleRequest, Refusal } from './contract.ts';
import { type Asking, type AskRoute, asks, pathOf, type ReadRoute, reads, withoutCommandId } from './routes.ts';

/** `lost`: no answer came in time, although the same was sent again and again. Nothing is known to have happened. */
export type Answer<Body> = { kind: 'answer'; body: Body } | { kind: 'refused'; refusal: Refusal } | { kind: 'lost' };

/** A body as a page writes it. Its own `commandId` makes a second press the same command as a lost first one. */
export type Sent<N extends AskRoute> = Omit<ConsoleRequest<N>, 'commandId'> & { commandId?: string };

/** How something is read: until when, and whether the page does it by itself. */
export interface Manner {
  stop?: AbortSignal;
  isUnasked?: boolean;
}

export interface Edge {
  /** Asks for a change. A refusal `signed-out` has already led back to the sign-in when this resolves. */
  ask<N extends AskRoute>(name: N, body: Sent<N>, stop?: AbortSignal): Promise<Answer<ConsoleAnswer<N>>>;
  /** Reads once, repeated while no answer comes. */
  read<N extends ReadRoute>(name: N, asking: Asking<N>, how?: Manner): Promise<Answer<ConsoleAnswer<N>>>;
}

/** A list is wanted now or not at all: the page says "data as of" meanwhile and asks again with the next news. */
const readPatience: Patience = { answerWithinMs: 8_000, givenUpAfterMs: 9_000 };
/** A whole site's people are read, checked and sealed row by row. */
const filePatience: Patience = { answerWithinMs: 120_000, givenUpAfterMs: 120_000 };
const isFile = (name: AskRoute): boolean => name === 'previewPeople' || name === 'importPeople';

const omitId = ({ commandId: _, ...body }: { commandId?: string }): object => body;

/** The path and whole body of a request. */
export const letterOf = <N extends AskRoute>(name: N, body: Sent<N>): Letter & { body: object } => ({
  path: pathOf(asks[name], {}),
  body: withoutCommandId.includes(name) ? omitId(body) : { commandId: newId(), ...body },
});

const never = new AbortController().signal;

/** `signedOut` is called when the edge no longer knows this sign-in. */
export const createEdge = (signedOut: () => void): Edge => {
  const send = async <Body extends object>(
    letter: Letter,
    stop: AbortSignal,
    patience: Patience,
  ): Promise<Answer<Body>> => {
    const json = await sendUntilAnswered<Body | Refusal>(letter, stop, patience);
    if (json === null) return { kind: 'lost' };
    if (!('refused' in json)) return { kind: 'answer', body: json };
    if (json.refused === 'signed-out') signedOut();
    return { kind: 'refused', refusal: json };
  };
  return {
    ask: (name, body, stop = never) => send(letterOf(name, body), stop, isFile(name) ? filePatience : usualPatience),
    read: (name, asking, { stop = never, isUnasked = false } = {}) =>
      send({ path: pathOf(reads[name], asking), isUnasked }, stop, readPatience),
  };
};
