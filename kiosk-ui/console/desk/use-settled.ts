// What somebody types, once they have paused: each question to the edge is recorded [P1].
import { useEffect, useState } from 'preact/hooks';

const pauseMs = 300;

export const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};
