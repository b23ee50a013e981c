/**
 * How Microsoft's servers say the same in each language. Lower case, straight apostrophes. The English,
 * German, French, Italian, Spanish, Portuguese and Dutch ones were seen in reports or documentation;
 * for the others the words of the product's own translations were taken as they are remembered, so
 * that no reading may hang on them alone.
 */

/** Heading of the block that holds what the server really said, since Exchange 2007. */
export const diagnosticHeadings = [
  'diagnostic information for administrators',
  'diagnoseinformationen für administratoren',
  'informations de diagnostic pour les administrateurs',
  'informations de diagnostic à destination des administrateurs',
  'información de diagnóstico para administradores',
  'información de diagnóstico para los administradores',
  'informazioni di diagnostica per gli amministratori',
  'informações de diagnóstico para administradores',
  'informações de diagnóstico para os administradores',
  'diagnostische gegevens voor beheerders',
  'diagnostische informatie voor beheerders',
  'diagnostikinformation till administratörer',
  'diagnostikinformation för administratörer',
  'diagnosticeringsoplysninger til administratorer',
  'diagnostikkinformasjon for administratorer',
  'diagnostiikkatiedot järjestelmänvalvojille',
  'informacje diagnostyczne dla administratorów',
  'diagnostické informace pro správce',
  'diagnosztikai információk rendszergazdáknak',
  'диагностические сведения для администраторов',
  'сведения диагностики для администраторов',
  'відомості про діагностику для адміністраторів',
  'yöneticiler için tanılama bilgileri',
  'διαγνωστικές πληροφορίες για διαχειριστές',
  '管理者向けの診断情報',
  '管理员的诊断信息',
  '供管理员使用的诊断信息',
  '系統管理員的診斷資訊',
  '관리자용 진단 정보',
  '관리자를 위한 진단 정보',
  'מידע אבחון עבור מנהלי מערכת',
  'معلومات تشخيصية للمسؤولين',
];

/** Words before the recipients of a report that ends in failure, since Exchange 2007. */
export const failedHeadings = [
  'delivery has failed to these recipients or',
  'rejected your message to the following e',
  'fehler bei der nachrichtenzustellung an folgende empfänger oder',
  'échec de la remise pour ces destinataires ou',
  'échec de la remise à ces destinataires ou',
  'no se pudo entregar a estos destinatarios o',
  'error de entrega a estos destinatarios o',
  'il recapito non è riuscito per i seguenti destinatari o',
  'recapito non riuscito per i seguenti destinatari o',
  'falha na entrega a estes destinatários ou',
  'uw bericht kan niet worden bezorgd bij de volgende geadresseerden of',
  'det gick inte att leverera till följande mottagare eller',
  'сбой доставки следующим получателям или',
  '次の受信者またはグループへの配信に失敗しました',
  '未能向以下收件人或通讯组',
];

/** Words of a report that the message is late, still tried. */
export const delayedHeadings = [
  'delivery is delayed to these recipients or',
  'delivery to these recipients or groups has been delayed',
  "this message hasn't been delivered yet",
  'this message has not yet been delivered',
  'die zustellung an die folgenden empfänger oder',
  'die zustellung verzögert sich',
  'la remise est retardée pour les destinataires ou',
  'se ha retrasado la entrega a estos destinatarios o',
  'il recapito è ritardato per i seguenti destinatari o',
  'a entrega está atrasada para estes destinatários ou',
  'de bezorging is vertraagd voor deze geadresseerden of',
];

/** Subjects of the same, before the subject of the message. */
export const delayedSubjects = [
  'delayed:',
  'verzögert:',
  'différé :',
  'différé:',
  'retrasado:',
  'ritardato:',
  'atrasado:',
  'vertraagd:',
  '遅延:',
  '延迟:',
  'задержано:',
];

/** Words of a report that the message arrived or went on to a server that tells no more. */
export const deliveredHeadings = [
  'your message has been delivered to the following recipients',
  'delivery to these recipients or groups is complete',
  'delivery to these recipients or distribution lists is complete',
  'this message was successfully delivered to',
];

/** Subjects of the same. */
export const deliveredSubjects = [
  'delivered:',
  'relayed:',
  'expanded:',
  'zugestellt:',
  'weitergeleitet:',
  'remis :',
  'remis:',
  'entregado:',
  'recapitato:',
  'entregue:',
  'afgeleverd:',
];

/** Line before the recipients in reports of Exchange 5.5 to 2003. */
export const oldHeadings = [
  'did not reach the following recipient(s)',
  'the following recipient(s) could not be reached',
  'the following recipients could not be reached',
  'folgende(r) empfänger konnte(n) nicht erreicht werden',
  'folgende empfänger konnten nicht erreicht werden',
  'le ou les destinataires suivants ne peuvent être joints',
  "le(s) destinataire(s) suivant(s) n'a (n'ont) pas pu être joint(s)",
  'impossible de joindre le ou les destinataires suivants',
  'impossible de joindre le(s) destinataire(s) suivant(s)',
  'no se puede localizar al destinatario o destinatarios siguientes',
  'no se pudo localizar a los siguientes destinatarios',
  'no se ha podido establecer contacto con los siguientes destinatarios',
  'impossibile raggiungere i seguenti destinatari',
  'impossibile raggiungere i destinatari seguenti',
  'não foi possível contactar o(s) seguinte(s) destinatário(s)',
  'o(s) seguinte(s) destinatário(s) não pode(m) ser contatado(s)',
  'de volgende geadresseerde(n) kon(den) niet worden bereikt',
  'de volgende geadresseerden zijn niet bereikt',
  'följande mottagare kunde inte nås',
  'kunne ikke nå følgende modtager(e)',
  'не удалось связаться со следующими получателями',
  '次の受信者に到達できませんでした',
  '以下の受信者に到達できませんでした',
  '无法将邮件发送给下列收件人',
];

/** The first sentence of those reports; with it the heading is no chance. */
export const oldOpenings = [
  'your message did not reach some or all of the intended recipients',
  'ihre nachricht hat einige oder alle empfänger nicht erreicht',
  "votre message n'a pas été remis à certains ou à tous les destinataires",
  "votre message n'est pas parvenu à certains ou à tous les destinataires",
  'el mensaje no llegó a algunos o a todos los destinatarios',
  'su mensaje no ha llegado a alguno o a ninguno de los destinatarios',
  'il messaggio non ha raggiunto alcuni o tutti i destinatari',
  'a mensagem não chegou a alguns ou todos os destinatários',
  'uw bericht heeft niet alle of enkele van de geadresseerden bereikt',
  'uw bericht is niet bij alle of enkele geadresseerden aangekomen',
  'meddelandet nådde inte en del eller alla mottagare',
  'メッセージは、一部またはすべての受信者に届きませんでした',
];

/** Whether one of the phrases stands in a text that was made `plain`. */
export function hasPhrase(plainText: string, phrases: readonly string[]): boolean {
  return phraseIn(plainText, phrases) !== null;
}

/** The first of the phrases that stands in such a text; null if none does. */
export function phraseIn(plainText: string, phrases: readonly string[]): string | null {
  return phrases.find((phrase) => plainText.includes(phrase)) ?? null;
}

/** Shortest stem that is taken for a phrase: shorter ones are in too many words. */
const MIN_STEM = 9;

/**
 * For each phrase its longest stretch of ASCII, by which it is found faster than by letters of other scripts; the phrase
 * itself where that is too short.
 */
export function stemsOf(phrases: readonly string[]): string[] {
  return phrases.map((phrase) => {
    const [longest = ''] = phrase.split(/[^ -~]+/).sort((a, b) => b.length - a.length);
    return longest.length < MIN_STEM ? phrase : longest;
  });
}
