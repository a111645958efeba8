// A value that somebody is still typing, once they have stopped: each search is recorded, so not every key is one [P1].
import { useEffect, useState } from 'preact/hooks';

const restMs = 400;

export const useSettled = (value: string): string => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
