// The last answers given, kept in memory so that a command sent again at once needs no disk.

const most = 2_000;

export class RecentAnswers {
  readonly #texts = new Map<string, string>();

  get(commandId: string): string | undefined {
    return this.#texts.get(commandId);
  }

  /** JSON texts by command id; the oldest make room. */
  add(answers: ReadonlyMap<string, string>): void {
    for (const [commandId, text] of answers) this.#texts.set(commandId, text);
    for (const oldest of this.#texts.keys()) {
      if (this.#texts.size <= most) return;
      this.#texts.delete(oldest);
    }
  }
}
