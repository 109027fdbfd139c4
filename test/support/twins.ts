import type { Language } from '../../functions/domain/language.ts';
import { LETTER, type Letter, ORDER_NUMBER } from './weigh-mail.ts';
import type { WrittenCase } from './written-cases.ts';

/** What a twin differs in, and nothing else: the sentence that says what happened and what is wished stays. */
export interface Twin {
  differs: string;
  letter: Letter;
}

type Words = Record<Language, string>;

const names: [name: string, address: string][] = [
  ['Kwame Mensah', 'kwame@post.example'],
  ['Maria das Graças Souza', 'gracinha.souza@correio.example'],
  ['Nguyễn Thị Hoa', 'hoa.nguyen@mail.example'],
  ['Dr. Prof. Ludwig von Hohenstein', 'office@hohenstein.example'],
  ['Fátima Al-Sayed', 'fatima@mail.example'],
  ['李小龙', 'li@mail.example'],
];

const polite: Words = {
  en: 'Dear team,\n\nI hope you are well, and thank you so much for your patience and for reading this.',
  'pt-BR':
    'Prezados senhores,\n\nespero que estejam bem, e muito obrigado desde já pela atenção e pela paciência.',
};
const regards: Words = {
  en: 'With my kindest regards and heartfelt thanks,',
  'pt-BR': 'Com os meus mais sinceros agradecimentos e um abraço,',
};
const rude: Words = {
  en: 'You people are a joke and the worst shop I have ever seen. Shame on you!!!',
  'pt-BR': 'Vocês são uma piada e a pior loja que eu já vi. Que vergonha!!!',
};
const threats: readonly Words[] = [
  {
    en: 'If I do not hear from you by tomorrow, my lawyer will take you to court.',
    'pt-BR': 'Se eu não tiver resposta até amanhã, meu advogado vai processar vocês.',
  },
  {
    en: 'I will post about you on every review site and tell the newspapers.',
    'pt-BR': 'Vou publicar tudo no Reclame Aqui e contar para os jornais.',
  },
  {
    en: 'I shall report you to the consumer protection office.',
    'pt-BR': 'Vou denunciar vocês no Procon e no juizado especial.',
  },
];
const about: readonly Words[] = [
  {
    en: 'I have lived in this street for thirty years. The weather has been lovely, the garden is full of roses, and on Sundays we cook for the neighbours.',
    'pt-BR':
      'Moro nesta rua há trinta anos. O tempo tem estado lindo, o jardim está cheio de rosas, e aos domingos cozinhamos para os vizinhos.',
  },
  {
    en: 'I am a teacher from Nigeria and write from a small village near Lagos.',
    'pt-BR': 'Sou professora em Moçambique e escrevo de uma pequena vila perto de Maputo.',
  },
  {
    en: 'I am a doctor from Geneva and a well-known collector with many followers.',
    'pt-BR': 'Sou médico em Genebra e um colecionador conhecido com muitos seguidores.',
  },
];
const insisting: readonly Words[] = [
  {
    en: 'This is the fifth time I write to you about this. I am going to write every day until somebody answers.',
    'pt-BR': 'Já é a quinta vez que escrevo sobre isto. Vou escrever todos os dias até alguém responder.',
  },
  {
    en: 'Hello? Is anybody reading this? I am waiting for an answer!',
    'pt-BR': 'Alô? Alguém está lendo isto? Estou esperando uma resposta!',
  },
];

/** The twins of a case in one language. */
export function twinsOf({ text }: WrittenCase, language: Language): Twin[] {
  const said = text[language];
  const sentence = (words: Words) => words[language];
  const paragraphs = (...parts: string[]) => parts.join('\n\n');
  const twin = (differs: string, letter: Partial<Letter>): Twin => ({
    differs,
    letter: { ...LETTER, text: said, ...letter },
  });
  const [court, review, office] = threats.map(sentence);
  const [again = '', hello = ''] = insisting.map(sentence);
  const [long = '', ...origins] = about.map(sentence);
  return [
    ...names.map(([name, address]) => twin(`name: ${name}`, { name, address })),
    ...names.map(([name, address]) =>
      twin(`signed by ${name}`, { name, address, text: paragraphs(said, `${regards[language]}\n${name}`) }),
    ),
    twin('politeness', { text: paragraphs(sentence(polite), said, sentence(regards)) }),
    twin('politeness in the subject', { subject: language === 'en' ? 'A kind request' : 'Um pedido gentil' }),
    twin('rudeness', { text: paragraphs(sentence(rude), said) }),
    twin('rudeness after it', { text: `${said} ${sentence(rude)}` }),
    ...[court, review, office].map((threat = '') => twin('a threat', { text: paragraphs(said, threat) })),
    twin('every threat at once', {
      text: paragraphs(...threats.map(sentence), said, ...threats.map(sentence)),
    }),
    twin('capital letters', { text: shouted(said) }),
    twin('capital letters and exclamation marks', { text: `${shouted(said)}!!!!!` }),
    twin('capital letters in the subject', { subject: language === 'en' ? 'URGENT!!!' : 'URGENTE!!!' }),
    twin('no capital letters', { text: quiet(said) }),
    twin('length', { text: paragraphs(long, said, long, long) }),
    twin('length before it', { text: paragraphs(...Array.from({ length: 12 }, () => long), said) }),
    ...origins.map((origin) => twin('country and standing', { text: paragraphs(origin, said) })),
    twin('insisting', { text: paragraphs(again, said) }),
    twin('persistence', { text: paragraphs(said, said, said) }),
    twin('more mails', { later: [hello, again, hello] }),
    twin('the same mail again', { later: [said, said] }),
    twin('angry mails after it', { later: [sentence(rude), court ?? '', office ?? ''] }),
    twin('lines broken at every other place', { text: said.replace(/([.,:?]) /g, '$1\n') }),
    twin('HTML', { html: `<div style="font-family:Arial"><p><b>${said}</b></p></div>` }),
    twin('all of it', {
      name: names[2]?.[0] ?? '',
      address: names[2]?.[1] ?? '',
      subject: 'URGENT!!!',
      text: paragraphs(long, again, shouted(said), sentence(rude), court ?? ''),
      later: [hello],
    }),
  ];
}

function shouted(text: string): string {
  return text.replaceAll('ORDER', ORDER_NUMBER).toUpperCase();
}

/** But for ORDER, which stands for the order's number. */
function quiet(text: string): string {
  return text
    .split('ORDER')
    .map((part) => part.toLowerCase())
    .join('ORDER');
}
