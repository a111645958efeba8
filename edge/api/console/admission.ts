// Who may pass to a route: anybody at a measured pace, or a live sign-in whose roles have the right.
import type { NextFunction, Request, Response } from 'express';
import { mayDo, type Right } from '../../contract/rights.ts';
import type { Dispatch } from '../../dispatch.ts';
import type { Session, Staff } from '../../domain/state.ts';
import { answerRefusal } from '../http.ts';
import type { Gate } from './gate.ts';
import type { Sessions } from './sessions.ts';

export interface AdmissionOptions {
  dispatch: Pick<Dispatch, 'state'>;
  sessions: Sessions;
  gate: Gate;
}
export type RouteRight = Right | 'anyone' | 'signed-in';
export interface Asking {
  session: Session;
  staff: Staff;
}
type Middleware = (request: Request, response: Response, next: NextFunction) => void;

/** Whether this member of staff may use a route of that right. */
export const mayPass = ({ roles }: Staff, right: RouteRight): boolean =>
  right === 'anyone' || right === 'signed-in' || mayDo(roles, right);

/** The sign-in that the request's cookie proves, if any. */
export const askingOf = ({ dispatch, sessions }: AdmissionOptions, request: Request): Asking | undefined => {
  const session = sessions.find(request.get('cookie'));
  const staff = session && dispatch.state.get('staff', session.staffId);
  return staff && { session, staff };
};

/** Goes before the body is read: nobody without the right makes the node read twelve megabytes. */
export const admit =
  (options: AdmissionOptions, right: RouteRight): Middleware =>
  (request, response, next) => {
    if (right === 'anyone') {
      const waitSeconds = request.method === 'POST' ? options.gate.knock(request.socket.remoteAddress ?? '') : 0;
      if (waitSeconds > 0) answerRefusal(response, { refused: 'terminal-waiting', waitSeconds });
      else next();
      return;
    }
    const asking = askingOf(options, request);
    if (!asking) answerRefusal(response, { refused: 'signed-out' });
    else if (!mayPass(asking.staff, right)) answerRefusal(response, { refused: 'not-allowed' });
    else next();
  };
