/**
 * Words that are nobody's name though addresses are made of them: roles, the terms of mail, of logs and of web
 * hooks, and everyday words. They are never replaced where they stand alone in a text.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  abuse account accounts accounting action address addresses admin administrator alert alerts all amp an and any app
  apps archive are at auto automated backup bank batch bcc before billing blog body book both bounce bounced bounces
  box bulk but by bytes call campaign can care cc center check client code com comments commerce community company
  config connect contact contacts content copy corp corporate customer customers daemon data database date day days
  dear default delay delays delivered delivery demo desk dev device digest digital direct director dkim dmarc dns
  do document documents does domain done draft dsn edu email emails encoding end error errors event events every
  example exchange export express failed failure false feedback file files final finance first for forum found free
  friday from gateway general global gmbh group groups had hard has have header headers hello help helpdesk here
  hi high home host hosting hostmaster hours how hr html http https id if image images import in inbox inc index
  info information input internal international into invoice invoices ip is it item job jobs june july just key last
  later law legal letter letters level license line link list lists llc local localhost log login long low ltd mail
  mailbox mailbox mailer mailers mailman mails main manager march marketing may me media medium meeting member members
  message messages method mime minutes mobile monday monitor monitoring more my name network new news newsletter next
  no nobody node noreply not notice notification notifications notify now null number october of off offer offers
  office official on one online only open operations or order orders original org other our out output owner page
  partner partners payment payments people person phone plain please policy portal post postmaster press price print
  private processed product production program project promo proto public purchase queue received recipient
  recipients record records recruiting refused register registration regards reject rejected relay remote remove
  removed reply report reporting reports request research response result return returned review root route sale
  sales saturday school script search secretary secure security see send sender sending sent server service services
  session set shop should sign since site size smtp so social soft some spam ssl staff start state stats status stop
  store student students studio subject subscribe subscription sunday support survey system systems tag tags team
  tech technical temp temporary test testing tests text thank thanks that the their then there these they thing this
  those through thursday ticket tickets time timestamp tls to today tomorrow tool tools track tracking trade training
  transport travel true tuesday two type uid unknown unsubscribe until up update updates url us use user username
  users utc value values vendor verify version via video view virtual visit want warning was watch we web webmaster
  website wednesday week weekly welcome were what when where which who why wiki will with work world would write www
  year years yes yesterday you your
  january february april august september november december jan feb mar apr jun jul aug sep oct nov dec
  mon tue wed thu fri sat sun gmt cet cest est edt pst pdt
  accept accepted active additional agent alias allowed already also alternative ago appears application arrival
  arrived attached attachment attachments attempt attempts authenticated authentication authorized available back
  bad banner base because been being below best between bit bits boundary browser cannot cause change charset class
  click closed closing command complaint complete completed connection console contain contains correct could created
  current deferred deferral delivering denied described description details diagnostic different disabled discarded
  disconnect disk display disposition doc docs down each either else empty enable enabled encrypted engine enter esmtp
  esmtps even expired explain extended external fail failing feature field filter folder follow following format
  forward forwarded full further generated get given gone greylist greylisted half hand handle happen having head
  held helo ehlo his her history hold however ignore immediately include including incoming inline inspect install
  instead invalid issue its keep kind known large learn leave left less like limit limits little live load location
  look lost made make many maximum means mechanism milter minute missing mode most move moved much multipart must
  need needs never nothing notifies number numbers obtain off often old once ones open optional options otherwise
  outbound outgoing outside over own packet parameter part parts password pass passed past path pending per perhaps
  permanent permitted person pickup place plaintext point port possible present prior priority problem problems
  process protected protection protocol provide provided provider qmail question quota quoted rate read real reason
  recent redirect reference related release remain repeat replace required resend reset resolve responsible rest retry
  right rule rules run running same sample save scan second seconds section seems sequence short show simple single
  skip software sorry source special specified standard statistics still stored string strong such suspended switch
  table take tell temporarily text than them thread too top total trace transaction transcript transfer transmitted
  tries trouble try trying turn unable under undelivered unfortunately unit unless unreachable usage used using usual
  valid very wait waiting way while whole whose within without word words wrong yet
  clicked viewed injected complained scheduled unsubscribed subscribed activity suppressed soft_bounced hard_bounced
  arf fbl ndr dsn mta mua msa mda
  reason reasons bounce_type click opened dropped deferred spamreport mandrill sendgrid postmark sparkpost mailgun
  notificationtype diagnosticcode bouncetype bouncesubtype bouncedrecipients emailaddress reportingmta remotemta
  arrivaldate feedbackid complaint destination recipientid messageid sendingaccountid sourcearn sourceip
  eventid instanceid attemptid accountid category categories
  `
    .trim()
    .split(/\s+/),
);
