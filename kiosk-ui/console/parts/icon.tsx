// The console's signs: the kiosk's, and more in the same line on the same grid.
import { signs as kioskSigns, Sign } from '../../parts/icon.tsx';

const signs = {
  ...kioskSigns,
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.5-3.6 3-5.5 6.5-5.5s6 1.9 6.5 5.5M15.5 5a3.5 3.5 0 0 1 0 6.3M18 14.5c2 .8 3.2 2.5 3.5 5',
  home: 'M3.5 11L12 4l8.5 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  lockers: 'M4 3.5h16v17H4zM12 3.5v17M4 9.5h16M4 15h16M9.5 6.3v.6M17.5 6.3v.6M9.5 12v.6M17.5 12v.6',
  receive: 'M12 3v10M7.5 9l4.5 4.5L16.5 9M4 14v6h16v-6',
  handOver: 'M12 14V4M7.5 8L12 3.5 16.5 8M4 14v6h16v-6',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.2M4 12h.2M4 18h.2',
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11M9 8h6',
  shield: 'M12 3l7.5 3v5.5c0 4.5-3 8-7.5 9.5-4.5-1.5-7.5-5-7.5-9.5V6z',
  key: 'M8 15.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12.5 11H21v4M17 11v3',
  table: 'M3.5 5h17v14h-17zM3.5 10h17M3.5 14.5h17M9 5v14',
  close: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  plus: 'M12 4v16M4 12h16',
  up: 'M12 20V4M5.5 10.5L12 4l6.5 6.5',
  down: 'M12 4v16M5.5 13.5L12 20l6.5-6.5',
  more: 'M6 9l6 6 6-6',
  out: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  copy: 'M8 8h12v12H8zM4 16V4h12',
  pen: 'M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5',
  trash: 'M4 6.5h16M9 6.5V4h6v2.5M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1.5-1.5',
  signal: 'M5 20v-4M10 20v-8M15 20V8M20 20V4',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2',
  question: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .9-1 1.7M12 16.7v.3',
  dot: 'M12 13.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z',
  download: 'M12 3v12M7 10.5l5 5 5-5M4 20.5h16',
  print: 'M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7z',
  eye: 'M2.5 12c2.5-4.5 5.7-6.5 9.5-6.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5S5 16.5 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  eyeOff:
    'M3 3l18 18M6.5 7C4.9 8.2 3.6 9.9 2.5 12c2.5 4.5 5.7 6.5 9.5 6.5 1.5 0 2.9-.3 4.2-1M10 5.7c.6-.1 1.3-.2 2-.2 3.8 0 7 2 9.5 6.5-.6 1.100-1.3 2-2 2.900',
  letter: 'M3.5 6h17v12.5h-17zM3.5 7l8.5 6 8.5-6',
} as const;

export type IconName = keyof typeof signs;

export const Icon = ({ name }: { name: IconName }) => <Sign path={signs[name]} />;
