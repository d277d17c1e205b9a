// On paper a quiz shows its questions, as the key counts them; afterwards it goes on as before. The print button
// fetches every one first; the browser's own command prints those that are here.

export function onPaper(laid) {
  let putBack = [];

  window.addEventListener("beforeprint", () => {
    putBack = laid.all().map((question) => {
      const hidden = question.form.hidden;
      const arrange = question.asOnPaper(laid.session.seed);
      question.form.hidden = false;
      return () => {
        question.form.hidden = hidden;
        arrange();
      };
    });
  });

  window.addEventListener("afterprint", () => {
    for (const step of putBack) step();
    putBack = [];
  });
}
