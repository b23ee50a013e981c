import { expect, test } from 'vitest';
import {
  autoReplySubjects,
  bouncePhrases,
  bounceSubjects,
  challengePhrases,
  delaySubjects,
  deliveredSubjects,
  type Marker,
  readReceiptSubjects,
} from './index.ts';

const lists: Record<string, readonly Marker[]> = {
  autoReplySubjects,
  bouncePhrases,
  bounceSubjects,
  challengePhrases,
  delaySubjects,
  deliveredSubjects,
  readReceiptSubjects,
};

const found = (text: string, list: readonly Marker[]) => {
  const lower = text.toLowerCase();
  return list.some((marker) => (marker.at === 'start' ? lower.startsWith(marker.text) : lower.includes(marker.text)));
};

/** Of the table of phrases in other languages, those that name a kind of mail. Headings of sections belong to the reader of Exchange reports. */
const observed: readonly [id: string, phrase: string, list: keyof typeof lists][] = [
  ['ne-002', 'Unzustellbar:', 'bounceSubjects'],
  ['ne-003', 'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen', 'bouncePhrases'],
  ['ne-010', 'Non remis', 'bounceSubjects'],
  ['ne-011', 'Échec de la remise pour ces destinataires ou groupes', 'bouncePhrases'],
  ['ne-033', 'No se pudo entregar a estos destinatarios o grupos', 'bouncePhrases'],
  ['ne-034', 'Su mensaje no pudo ser entregado', 'bouncePhrases'],
  ['ne-040', 'Non recapitabile', 'bounceSubjects'],
  ['ne-041', 'Il recapito non è riuscito per i seguenti destinatari o gruppi', 'bouncePhrases'],
  ['ne-047', 'Não é possível entregar', 'bounceSubjects'],
  ['ne-047', 'Não-entregue', 'bounceSubjects'],
  ['ne-048', 'Falha na entrega a estes destinatários ou grupos', 'bouncePhrases'],
  ['ne-053', 'Uw bericht kan niet worden bezorgd bij de volgende geadresseerden of groepen', 'bouncePhrases'],
  ['ne-060', '以下のメールアドレスへの送信に失敗しました', 'bouncePhrases'],
  ['ne-062', '次のあて先へのメッセージはエラーのため送信できませんでした', 'bouncePhrases'],
  ['ne-072', '配信不能', 'bounceSubjects'],
  ['ne-076', '退信', 'bounceSubjects'],
  ['ne-081', '배달되지 않음', 'bounceSubjects'],
  ['ne-083', 'Ваше письмо не может быть доставлено одному или нескольким получателям', 'bouncePhrases'],
  ['ne-084', 'Это письмо создано автоматически сервером Mail.Ru', 'bouncePhrases'],
  ['ne-085', 'Ваше сообщение не доставлено', 'bounceSubjects'],
  ['ne-086', 'мы вынуждены сообщить Вам о том, что Ваше письмо не может', 'bouncePhrases'],
  ['ne-087', 'Недоставленное сообщение', 'bounceSubjects'],
  ['ne-096', 'Teslim edilemedi', 'bounceSubjects'],
  ['ne-098', 'Det gick inte att leverera', 'bouncePhrases'],
];

test.each(observed)('%s: "%s" is known', (_id, phrase, list) => {
  expect(found(phrase, lists[list] ?? [])).toBe(true);
});

test.each(Object.entries(lists))(
  '%s are lower case, trimmed of nothing but a last space, and said once',
  (_name, list) => {
    for (const { text } of list) {
      expect(text).toBe(text.toLowerCase());
      expect(text).toBe(text.trimStart());
      expect(text.length).toBeGreaterThanOrEqual(2);
    }
    const keys = list.map(({ text, at }) => `${at} ${text}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  },
);

test.each([
  'Automatic reply: Undeliverable: your order',
  'Automatische Antwort: Rechnung',
  'Réponse automatique\u00a0: Devis',
  'Respuesta automática: Presupuesto',
  'Risposta automatica: Preventivo',
  'Resposta automática: Orçamento',
  'Automatisch antwoord: Offerte',
  'Автоматический ответ: Заказ',
  'Otomatik yanıt: Teklif',
  '自動応答: 見積もり',
  '自动答复: 报价',
  '자동 회신: 견적',
  'Out of Office AutoReply: Order',
])('"%s" is an automatic answer and no bounce', (subject) => {
  expect(found(subject, autoReplySubjects)).toBe(true);
  expect(found(subject, bounceSubjects)).toBe(false);
  expect(found(subject, delaySubjects)).toBe(false);
});

test.each([
  'Vacation photos',
  'Read this before Monday',
  'Your order has been shipped',
  'Deleted users report',
  'Delivery on Tuesday at ten',
  'Retour de vacances',
  'Urlaub in Italien',
])('"%s" is no sign of anything', (subject) => {
  for (const list of Object.values(lists)) expect(found(subject, list)).toBe(false);
});

test.each([
  'I am away until Monday. Your mail will not be forwarded.',
  'Ich bin bis Montag nicht im Büro. Ihre E-Mail wird nicht weitergeleitet.',
  'Je suis absent jusqu’à lundi. Votre message sera lu à mon retour.',
  'Your parcel was returned to the depot because nobody was at home.',
  'Please confirm your subscription by clicking the link below.',
])('"%s" is no report', (text) => {
  expect(found(text, bouncePhrases)).toBe(false);
  expect(found(text, challengePhrases)).toBe(false);
});
