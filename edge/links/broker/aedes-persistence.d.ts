// The part of aedes' memory store that is used here: the package's own types describe another entry of it.
declare module 'aedes-persistence/asyncPersistence.js' {
  export default class MemoryPersistence {
    putWill(): Promise<void>;
  }
}
