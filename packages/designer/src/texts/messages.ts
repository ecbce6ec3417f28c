/**
 * Texts of the hosting page in the place of the designer's own, by `catalogue.key` (`canvas.undo`, `problem.title`);
 * `{name}` stands for a parameter as in the original. They are taken for the language that is shown.
 */
export type Messages = Readonly<Record<string, string>>;
