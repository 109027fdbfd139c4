/** What SES tells of a mail of ours, as it writes it (docs.aws.amazon.com/ses, "event data published to Amazon SNS"). */
const about = (mailId: string) => ({
  timestamp: '2026-11-03T09:00:00.000Z',
  source: 'refunds@shop.example',
  messageId: 'EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000',
  destination: ['maria@example.com'],
  headersTruncated: false,
  headers: [{ name: 'Subject', value: 'We have your request' }],
  tags: {
    'ses:configuration-set': ['goodwill'],
    'ses:from-domain': ['shop.example'],
    'goodwill-mail': [mailId.replaceAll('.', '_')],
  },
});

export const sesBounce = (mailId: string, changes: Record<string, unknown> = {}) => ({
  eventType: 'Bounce',
  mail: about(mailId),
  bounce: {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: [
      {
        emailAddress: 'maria@example.com',
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: 'smtp; 550 5.1.1 user unknown',
      },
    ],
    timestamp: '2026-11-03T09:00:02.669Z',
    feedbackId: `01000157c44f053b-${mailId}`,
    reportingMTA: 'dsn; mta.example.com',
    ...changes,
  },
});

export const sesComplaint = (mailId: string, changes: Record<string, unknown> = {}) => ({
  eventType: 'Complaint',
  mail: about(mailId),
  complaint: {
    complainedRecipients: [{ emailAddress: 'maria@example.com' }],
    timestamp: '2026-11-03T10:00:02.669Z',
    feedbackId: `01000157c44f053c-${mailId}`,
    complaintSubType: null,
    userAgent: 'ExampleCorp Feedback Loop (V0.01)',
    complaintFeedbackType: 'abuse',
    arrivalDate: '2026-11-03T10:00:01.000Z',
    ...changes,
  },
});

export const sesReject = (mailId: string) => ({
  eventType: 'Reject',
  mail: about(mailId),
  reject: { reason: 'Bad content' },
});
