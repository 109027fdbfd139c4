import { openShop } from '../support/goodwill.ts';
import { printTable } from './measure.ts';

/** Step Functions is paid by the transition; an approved case that is paid may take this many. */
const AT_MOST = 20;

/** State transitions of an approved case, counted from a real execution on the embedded runtime. */
export async function benchTransitions(): Promise<void> {
  const shop = await openShop({ timeScale: 86_400 });
  try {
    await shop.send({
      from: 'emily.carter@mail.example',
      subject: 'Kettle',
      text: 'My kettle from SH-10001 stopped working. I would like a refund.',
    });
    const asked = await shop.mail('approval-request');
    await shop.fillIn(await shop.link(asked, 'decide'), { choice: 'approved' });
    const paying = await shop.link(await shop.mail('refund-request'), 'refund');
    await shop.fillIn(paying, { outcome: 'paid', reference: 'TX-1' });
    await shop.mail('follow-up');
    await shop.goodwill.services.flow.ended(asked.case);
    const states = shop.entered.map(({ state }) => state);
    if (states.length > AT_MOST)
      throw new Error(`${states.length} transitions, and at most ${AT_MOST} are allowed`);
    printTable('State transitions of an approved case', [
      { transitions: states.length, 'at most': AT_MOST, states: states.join(' > ') },
    ]);
  } finally {
    await shop.close();
  }
}
