// Signing on the screen with a pen, a finger or the mouse; and showing what was signed.
import { useEffect, useRef } from 'preact/hooks';
import SignatureCanvas from 'signature_pad';
import { useFrameWords } from '../hooks.ts';
import { Button } from './button.tsx';
import { type Strokes, strokesOf } from './strokes.ts';

export type { Strokes };

interface SignaturePadProps {
  /** What has been signed so far; null = nothing yet. */
  onSign(strokes: Strokes | null): void;
  label?: string;
}

/** Keeps what is signed while it is mounted; give it another `key` for another person. */
export const SignaturePad = ({ onSign, label }: SignaturePadProps) => {
  const words = useFrameWords().signature;
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignatureCanvas | null>(null);
  const tell = useRef(onSign);
  tell.current = onSign;
  useEffect(() => {
    const drawn = canvas.current;
    if (drawn === null) return undefined;
    const made = new SignatureCanvas(drawn, { minWidth: 1.2, maxWidth: 3.2, penColor: getComputedStyle(drawn).color });
    pad.current = made;
    // The bitmap has as many points as the screen; what was signed is thrown away when the pad changes its size.
    const fit = new ResizeObserver(() => {
      drawn.width = drawn.clientWidth * devicePixelRatio;
      drawn.height = drawn.clientHeight * devicePixelRatio;
      drawn.getContext('2d')?.scale(devicePixelRatio, devicePixelRatio);
      if (!made.isEmpty()) tell.current(null);
      made.clear();
    });
    fit.observe(drawn);
    made.addEventListener('endStroke', () =>
      tell.current(strokesOf(made.toData(), drawn.clientWidth, drawn.clientHeight)),
    );
    return () => {
      fit.disconnect();
      made.off();
    };
  }, []);
  const erase = (): void => {
    pad.current?.clear();
    onSign(null);
  };
  return (
    <div class="signature">
      <p class="field-label">{label ?? words.label}</p>
      <div class="signature-box">
        <canvas
          ref={canvas}
          data-field="signature"
          tabIndex={0}
          role="img"
          aria-label={words.keyboard}
          onKeyDown={(event) => (event.key === 'Delete' || event.key === 'Backspace') && erase()}
        />
        <span class="signature-line">{words.lead}</span>
        <Button does="erase-signature" kind="quiet" icon="erase" onTap={erase}>
          {words.erase}
        </Button>
      </div>
    </div>
  );
};

/** What was signed, as a picture. */
export const Signed = ({ strokes }: { strokes: Strokes }) => (
  <svg
    class="signed"
    viewBox="0 0 1000 1000"
    preserveAspectRatio="none"
    role="img"
    aria-label={useFrameWords().signature.signed}
  >
    {strokes.map((stroke) => (
      <polyline key={stroke.join()} points={stroke.join(' ')} />
    ))}
  </svg>
);
