// A browser in a few words, so that somebody knows which of their sign-ins is which.

const browsers: [RegExp, string][] = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\bMicroMessenger\//, 'WeChat'],
  [/\bChrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** `Chrome · Windows`; empty parts are left out. Nothing of the header itself is kept. */
export const browserOf = (userAgent: string | undefined): string =>
  [browsers, systems]
    .map((known) => known.find(([mark]) => mark.test(userAgent ?? ''))?.[1])
    .filter((part) => part !== undefined)
    .join(' · ');
