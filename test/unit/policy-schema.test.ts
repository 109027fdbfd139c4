import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { policySchema, SCHEMA_FILE } from '../../functions/policy/schema.ts';
import { defaultPolicyText } from '../support/policy.ts';

it('the schema that editors read says what the product checks; "npm run policy -- schema" writes it anew', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(policySchema());
});

it('the default policy names its schema to editors', () => {
  expect(defaultPolicyText.split('\n')[0]).toBe('# yaml-language-server: $schema=./policy.schema.json');
});

it('requires no more of a file than a policy needs: fields that have a default can be left out', () => {
  const { required } = JSON.parse(policySchema());
  expect(required).toEqual('version shop window factors routes approval offers refund followUp'.split(' '));
});

it('tells editors what a field means', () => {
  const { properties } = JSON.parse(policySchema());
  expect(properties.shop.properties.refunds.description).toBe(
    'Where customers write to, and where mails come from',
  );
});
