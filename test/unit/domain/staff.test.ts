import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../functions/domain/policy.ts';
import { isFormSender, isOurs, isStaff } from '../../../functions/domain/staff.ts';
import { defaultPolicy } from '../../support/policy.ts';

const policy: Policy = {
  ...defaultPolicy.policy,
  shop: {
    ...defaultPolicy.policy.shop,
    finance: 'books@accounts.example',
    staff: ['*@shop.example', 'Freelancer@post.example'],
    forms: ['web@forms.example'],
  },
  approval: {
    answerWithinHours: 48,
    customerDays: 7,
    objectionDays: 30,
    typeAbove: 0,
    absences: [],
    conflicts: [],
    levels: [
      {
        name: 'Owner',
        approvers: ['owner@home.example'],
        answers: 'first',
        deadlineHours: 24,
        reminderHours: 12,
      },
    ],
  },
};

describe('who is staff', () => {
  it.each([
    ['anybody of a listed domain', 'sofia@shop.example'],
    ['whatever the letters’ case', 'Sofia@SHOP.example'],
    ['a listed address', 'freelancer@post.example'],
    ['an approver', 'owner@home.example'],
    ['finance', 'books@accounts.example'],
    ['where requests arrive', 'refunds@shop.example'],
    ['with the token of a reply address', 'refunds+RX7K3F.x1@shop.example'],
  ])('%s', (_, address) => expect(isStaff(policy, address)).toBe(true));

  it.each([
    ['a customer', 'emily.carter@mail.example'],
    ['another of a service where one address is listed', 'other@post.example'],
    ['a subdomain of a listed domain', 'x@mail.shop.example'],
    ['a domain that ends like a listed one', 'x@notshop.example'],
    ['a listed domain before another', 'x@shop.example@evil.example'],
    ['a listed address as a name', 'sofia@shop.example <mallory@evil.example'],
    ['a domain alone', 'shop.example'],
    ['the pattern itself, elsewhere', '*@evil.example'],
    ['nothing', ''],
  ])('not %s', (_, address) => expect(isStaff(policy, address)).toBe(false));

  it('tells our own address from theirs, and a form’s from both', () => {
    expect(isOurs(policy, 'refunds+abc@shop.example')).toBe(true);
    expect(isOurs(policy, 'sofia@shop.example')).toBe(false);
    expect(isFormSender(policy, 'web@forms.example')).toBe(true);
    expect(isFormSender(policy, 'sofia@shop.example')).toBe(false);
  });
});
