const set = (words: string) => new Set(words.split(' '));

/** "Wrote", as mail programs say it above what they quote. */
export const WROTE = set(
  'wrote writes write escreveu escreve escribió escribio escribe écrit ecrit schrieb schreibt geschrieben scritto scrive schreef geschreven skrev skrifaði kirjoitti napisał napisała napisał(a) pisze napsal napsala napísal napísala píše írta írja scris yazdı написал написала написав пише пишет έγραψε کتب كتب כתב/ה כתב viết menulis escrigué escrit 写道 寫道 写道 작성 書きました',
);

/** Languages that put the writer behind the verb, so that the line ends with a name. */
export const WROTE_FIRST = set('schrieb schreibt schreef skrev skrifaði');

/** Between the writer and the verb. */
export const AUXILIARIES = set('a ha va heeft hat het volgende o ezt şunu đã님이');

/** How a line that names date and writer starts. */
export const LEADS = set(
  'on at em no a à às as o el le il la am op den på i w dnia dne dňa în in la στις vào pada det 在 于 --- ----',
);

/** A line that starts so needs no date: Horde and relatives. */
export const CITING = set('quoting citando zitat citing citação cita citazione citat');

/** Whoever writes about themselves writes a sentence, not an attribution. */
export const PRONOUNS = set(
  'I we you he she they it my our me us eu nós você vocês ele ela eles meu minha nosso nossa ich wir je nous vous yo nosotros mi mein io noi ik wij jag vi jeg',
);
