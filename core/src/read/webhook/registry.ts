import { amazonSes } from './amazon-ses.ts';
import { azureEmail } from './azure-email.ts';
import { brevo } from './brevo.ts';
import { elasticEmail } from './elastic-email.ts';
import { mailersend } from './mailersend.ts';
import { mailgun } from './mailgun.ts';
import { mailjet } from './mailjet.ts';
import { mailtrap } from './mailtrap.ts';
import { mandrill } from './mandrill.ts';
import { postal } from './postal.ts';
import { postmark } from './postmark.ts';
import { resend } from './resend.ts';
import { scaleway } from './scaleway.ts';
import { sendgrid } from './sendgrid.ts';
import { smtp2go } from './smtp2go.ts';
import { sparkpost } from './sparkpost.ts';
import { unisenderGo } from './unisender-go.ts';
import type { WebhookVendor } from './vendor.ts';

/**
 * All vendors, in the order in which they are asked. Those whose events carry a mark of their own come first; those
 * known by an `event` and an `email` come last, from the most particular companion field to the least.
 */
export const webhookVendors: readonly WebhookVendor[] = [
  amazonSes,
  azureEmail,
  postmark,
  sparkpost,
  mandrill,
  resend,
  mailersend,
  scaleway,
  postal,
  unisenderGo,
  sendgrid,
  mailtrap,
  smtp2go,
  mailjet,
  brevo,
  mailgun,
  elasticEmail,
];
