// Every command about staff handed to the rule that decides it.
import type { CommandOf } from '../../contract/commands.ts';
import type { StaffCommand } from '../../contract/staff-commands.ts';
import type { Context, Decision } from '../decision.ts';
import type { State } from '../state.ts';
import { changeOwnSecret, changeRoles, endStaff, registerStaff } from './staff-accounts.ts';
import { endInvitation, offerInvitation } from './staff-invitations.ts';
import { failSignIn, signIn, signOut } from './staff-sessions.ts';

export const decideStaff = (state: State, command: CommandOf<StaffCommand['kind']>, context: Context): Decision => {
  switch (command.kind) {
    case 'OfferInvitation':
      return offerInvitation(state, command);
    case 'EndInvitation':
      return endInvitation(state, command);
    case 'RegisterStaff':
      return registerStaff(state, command, context);
    case 'ChangeStaffRoles':
      return changeRoles(state, command);
    case 'ChangeOwnSecret':
      return changeOwnSecret(state, command, context);
    case 'EndStaff':
      return endStaff(state, command);
    case 'FailSignIn':
      return failSignIn(state, command, context);
    case 'SignIn':
      return signIn(state, command, context);
    case 'SignOut':
      return signOut(state, command);
  }
};
