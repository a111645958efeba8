// Why a ledger cannot be opened, restored or trusted.

/**
 * `held` another process writes it · `newer` written by a newer program · `other-site` it belongs to another site ·
 * `not-a-ledger` another program's file · `damaged` its bytes or chain do not fit · `exists` the place is taken.
 */
export type LedgerFaultKind = 'held' | 'newer' | 'other-site' | 'not-a-ledger' | 'damaged' | 'exists';

export class LedgerFault extends Error {
  readonly kind: LedgerFaultKind;

  constructor(kind: LedgerFaultKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'LedgerFault';
    this.kind = kind;
  }
}
