/**
 * Which part may import which (docs/architecture.md). test/unit/import-rules.test.ts plants a violation of each rule and
 * expects it to be found.
 */
const SDK = '^node_modules/(@aws-sdk|@smithy)/';
const MAIL_LIBRARIES = '^node_modules/(mailparser|nodemailer|smtp-server|html-to-text)/';
const TOKENS = '^node_modules/jose/';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule(
      'no-cycles',
      'Data flows one way. Types may refer to each other: nothing of them is left at run time.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'pure-domain',
      'The domain is pure: it imports itself, zod, and nothing that has a clock, a file or a network.',
      { path: '^functions/domain/' },
      { pathNot: '^functions/domain/|^node_modules/zod/' },
    ),
    rule(
      'sdk-only-in-adapters',
      'Adapters are the only users of an SDK or a mail library, so that each can be replaced in one place.',
      { path: '^functions/', pathNot: '^functions/adapters/' },
      { path: [SDK, MAIL_LIBRARIES, TOKENS].join('|') },
    ),
    rule(
      'adapters-know-only-the-domain',
      'An adapter translates between a library and the domain; it knows no use case.',
      { path: '^functions/adapters/' },
      { path: '^functions/', pathNot: '^functions/(adapters|domain)/' },
    ),
    rule(
      'mails-and-pages-are-views',
      'What is shown is made from the case alone: no adapter, no use case.',
      { path: '^functions/(mail|wording|web/pages)/' },
      { path: '^functions/(adapters|runtime|intake|evaluate|escalate|notify|request-approval|export)/' },
    ),
    rule(
      'functions-do-not-know-where-they-run',
      'The same functions run on AWS and on one machine.',
      { path: '^functions/' },
      { path: '^(infra|test)/' },
    ),
    rule(
      'handlers-are-the-end',
      'A handler is what AWS calls; nothing else imports it.',
      { path: '^(functions|infra)/' },
      { path: '^functions/[^/]+/handler\\.ts$' },
    ),
    rule(
      'cdk-only-in-infra',
      'Constructs belong to the stacks; the product does not need them to run.',
      { path: '^(functions|infra/local|statemachine)/' },
      { path: '^node_modules/(aws-cdk-lib|constructs|cdk-nag)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
