// The questions of a session as they lie on the page: fetched when they are wanted, in the session's order.

export class Laid {
  constructor(root, bank) {
    Object.assign(this, { root, bank });
    this.list = root.querySelector("[data-questions]");
    this.key = root.querySelector("[data-key] ol");
    this.notice = root.querySelector("[data-not-loaded]");
  }

  // Take up a session: none of its questions shows.
  take(session) {
    this.session = session;
    this.filled = new Set();
    this.showOnly(() => false);
    this.#lay();
  }

  // Those that are here, in the session's order.
  all() {
    return this.session.names.map((name) => this.bank.get(name)).filter(Boolean);
  }

  showOnly(wanted) {
    for (const question of this.bank.all()) question.form.hidden = !wanted(question);
  }

  // Fetch the questions of these names and put them in their places; tell whether that was possible.
  async have(names) {
    const session = this.session;
    this.root.setAttribute("aria-busy", "true");
    const loaded = await this.bank.load(names).then(() => true, () => false);
    this.root.removeAttribute("aria-busy");
    this.tellLoaded(loaded);
    if (this.session !== session) return false;
    if (loaded) this.#lay();
    return loaded;
  }

  tellLoaded(loaded) {
    this.notice.hidden = loaded;
    this.notice.textContent = loaded ? "" : this.notice.dataset.notLoaded;
  }

  // Each question that is new to the session gets its answer as it was left; the solutions lie beside.
  #lay() {
    const { names, answers, seed } = this.session;
    const laid = this.all();
    for (const question of laid) {
      if (this.filled.has(question.name)) continue;
      this.filled.add(question.name);
      question.number(names.indexOf(question.name) + 1);
      question.arrange(seed);
      question.fill(answers[question.name] ?? null);
    }
    this.list.replaceChildren(...laid.map(({ form }) => form));
    const solutions = laid.map(({ name }) => this.bank.solution(name));
    for (const item of solutions) item.value = names.indexOf(item.dataset.solves) + 1;
    this.key.replaceChildren(...solutions);
  }
}
