// The second factor of technicians and managers: six digits of an authenticator app, each good once [RFC 6238].
import { Secret, TOTP } from 'otpauth';

const secretBytes = 20;
const periodMs = 30_000;

/** 160 random bits in base32 [RFC 4226 4]. */
export const makeFactorSecret = (): string => new Secret({ size: secretBytes }).base32;

/** The address that an authenticator app scans; `issuer` is what the app lists it under. */
export const factorAddress = (secret: string, issuer: string): string =>
  new TOTP({ issuer, label: issuer, issuerInLabel: false, secret }).toString();

/** The step of the clock these digits belong to, at most one away from `wallMs`; undefined when they are no digits of this secret's. */
export const factorStep = (secret: string, digits: string, wallMs: number): number | undefined => {
  const delta = TOTP.validate({ secret: Secret.fromBase32(secret), token: digits, timestamp: wallMs, window: 1 });
  return delta === null ? undefined : TOTP.counter({ timestamp: wallMs }) + delta;
};

export interface UsedSteps {
  /** False when digits of this step, or a later one, were taken from this member of staff before. */
  take(staffId: string, step: number): boolean;
}

/** `latestMs`: the latest wall time any run has known. What was used before this run is forgotten, so nothing up to then is taken [S14]. */
export const openUsedSteps = (latestMs: number): UsedSteps => {
  const firstStep = Math.floor(latestMs / periodMs);
  const lastOf = new Map<string, number>();
  return {
    take(staffId, step) {
      if (step <= (lastOf.get(staffId) ?? firstStep)) return false;
      lastOf.set(staffId, step);
      return true;
    },
  };
};
