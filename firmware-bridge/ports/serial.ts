// A serial port of this machine as a port of bytes, 8 data bits, no parity, 1 stop bit.
import { on } from 'node:events';
import { SerialPort } from 'serialport';
import type { OpenPort, Port, PortFault } from './port.ts';

const missing = (error: Error): PortFault => ({ fault: 'port-missing', cause: error.message });

/** Runs one of serialport's callback calls; a closed or vanished port is a fault, not an exception. */
const outcome = (call: (done: (error?: Error | null) => void) => void): Promise<PortFault | undefined> =>
  new Promise((resolve) => call((error) => resolve(error ? missing(error) : undefined)));

async function* bytesOf(events: ReturnType<typeof on>): AsyncGenerator<Uint8Array> {
  for await (const [bytes] of events) yield bytes;
}

const opened = (port: SerialPort): OpenPort => {
  port.on('error', () => port.emit('lost'));
  // A pty whose other side goes away ends; a USB adapter that is pulled out closes: both are the end of the port.
  const events = on(port, 'data', { close: ['close', 'end', 'lost'] });
  /** serialport keeps calls to a closed port waiting for it to open again, for ever. */
  const ifOpen = async (call: Parameters<typeof outcome>[0]): Promise<PortFault | undefined> =>
    port.isOpen ? outcome(call) : missing(new Error('the port is closed'));
  const close = async (): Promise<void> => {
    await ifOpen((done) => port.close(done));
  };
  return {
    source: bytesOf(events),
    sink: {
      write: async (bytes) =>
        (await ifOpen((done) => port.write(bytes, undefined, done))) ?? (await ifOpen((done) => port.drain(done))),
      discard: async () => {
        await ifOpen((done) => port.flush(done));
        await close();
      },
      close,
    },
  };
};

/** `open()` answers with the port or with the fault that kept it shut; it may be called again after the source has ended. */
export const serialPort = (path: string, baud: number): Port => ({
  open: async () => {
    const port = new SerialPort({ path, baudRate: baud, autoOpen: false });
    const fault = await outcome((done) => port.open(done));
    return fault ?? opened(port);
  },
});
