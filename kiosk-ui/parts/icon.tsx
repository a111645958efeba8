// The kiosk's own signs: one line weight, drawn on a grid of 24, in the colour of the text beside them.

export const signs = {
  parcel: 'M4 8l8-4 8 4v8.5l-8 4-8-4zM4 8l8 4 8-4M12 12v8.5M8 6l8 4',
  courier:
    'M2.5 6.5h11v10h-11zM13.5 10h4l4 3.5v3h-8M6.5 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17.5 19.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M8 8v8M11 8v8M14 8v8M16.5 8v8',
  card: 'M3 6h18v12H3zM3 10h18M6.5 14.5h4',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18',
  letters: 'M2.5 19l5.5-14 5.5 14M4.6 14h6.8M15 19l3.2-8 3.3 8M16.2 16h4',
  lower: 'M12 3v12M7 10.5l5 5 5-5M4 20.5h16',
  restart: 'M5 5v5h5M5.5 10a7.5 7.5 0 1 1-1 4.5',
  back: 'M20 12H4M10.5 5.5L4 12l6.5 6.5',
  next: 'M4 12h16M13.5 5.5L20 12l-6.5 6.5',
  check: 'M4 12.5l5.5 5.5L20 6.5',
  warning: 'M12 3.5l9.5 16.5h-19zM12 10v5M12 17.3v.4',
  blocked: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.8 5.8l12.4 12.4',
  door: 'M5 21V3.5h9V21M3 21h18M14 6l5 2v13M11 12v1.5',
  wait: 'M6.5 3h11M6.5 21h11M8 3c0 5 3 6.5 4 9-1 2.5-4 4-4 9M16 3c0 5-3 6.5-4 9 1 2.5 4 4 4 9',
  erase: 'M8.5 5.5H21v13H8.5L3 12zM11.5 9.5l5 5M16.5 9.5l-5 5',
  shelf: 'M4 3v18M20 3v18M4 9h16M4 18h16M7 9V5.5h5V9M11 18v-5h6v5',
  swap: 'M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  phone:
    'M6 3.5h3.5l1.5 5-2.5 1.5c1 2.5 3 4.5 5.5 5.5l1.5-2.5 5 1.5V18c0 1.5-1 2.5-2.5 2.5C10.5 20.5 3.5 13.5 3.5 6c0-1.5 1-2.5 2.5-2.5z',
  share: 'M8 12h9M13.5 8l4 4-4 4M20.5 4v16M3.5 9v6',
} as const;

export type IconName = keyof typeof signs;

export const Sign = ({ path }: { path: string }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
);

export const Icon = ({ name }: { name: IconName }) => <Sign path={signs[name]} />;
