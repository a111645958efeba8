// One short tone for every key alike: a listener learns nothing about which digit was pressed.

const toneHz = 660;
const toneSeconds = 0.05;

const play = (context: AudioContext): void => {
  const volume = context.createGain();
  const source = context.createOscillator();
  const begin = context.currentTime;
  volume.gain.setValueAtTime(0.12, begin);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + toneSeconds);
  source.frequency.value = toneHz;
  source.connect(volume).connect(context.destination);
  source.start(begin);
  source.stop(begin + toneSeconds);
};

/** Returns `tone()`. The audio device is opened with the first touch, as browsers demand. */
export const createTone = (): (() => void) => {
  let context: AudioContext | null = null;
  const open = (): void => {
    context ??= new AudioContext();
    play(context);
  };
  return () => {
    if (context !== null) play(context);
    // Opening holds the page up for as much as a quarter of a second: the first key is drawn before it is heard.
    else requestAnimationFrame(() => setTimeout(open));
  };
};
