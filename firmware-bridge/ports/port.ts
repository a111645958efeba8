// What a port is to a device: bytes that come, bytes that go, and an end; the real one and a simulated one look the same.

/** The port is not there, or went away. */
export interface PortFault {
  fault: 'port-missing';
  cause: string;
}

export interface Sink {
  /** Resolves when the bytes have left the machine, or with the fault that kept them. */
  write(bytes: Uint8Array): Promise<PortFault | undefined>;
  /** Throws away what has not left yet and closes: a write that waits for room cannot be recalled in any other way. */
  discard(): Promise<void>;
  close(): Promise<void>;
}

/** `source` ends when the port is closed or gone. */
export interface OpenPort {
  source: AsyncIterable<Uint8Array>;
  sink: Sink;
}

export interface Port {
  open(): Promise<OpenPort | PortFault>;
}
