// The broker's memory: retained states only, gone with the process; durability is the ledger's and the device journal's.
import MemoryPersistence from 'aedes-persistence/asyncPersistence.js';

/**
 * Does not keep wills. The broker holds a live client's will itself and needs the stored copy only for brokers that share a store; it judges those by the
 * wall clock, so that a jump of the clock would publish the wills of clients that live [safety: clock faults].
 */
export class Persistence extends MemoryPersistence {
  override async putWill(): Promise<void> {}
}
