// On paper a quiz shows all its questions, as the key counts them; afterwards it goes on as before.

export function onPaper(quiz) {
  let putBack = [];

  window.addEventListener("beforeprint", () => {
    putBack = quiz.session.names.map((name) => {
      const question = quiz.questions.get(name);
      const hidden = question.form.hidden;
      const arrange = question.asOnPaper(quiz.session.seed);
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
