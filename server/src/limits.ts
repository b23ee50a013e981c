/** What a request may cost. Whatever is beyond is refused with a sentence, never cut silently. */

/** Bytes of a posted form: a mailbox of some thousand bounces; larger ones are for the command. */
export const MAX_BODY_BYTES = 25 * 1024 * 1024;

/**
 * Bytes that are read and thrown away after a body was found too large. A browser shows an answer only
 * when it could send its whole request: without this, somebody with a mailbox of 40 MB sees a broken connection.
 */
export const MAX_DISCARDED_BYTES = 4 * MAX_BODY_BYTES;

/**
 * Bytes of bodies that all requests together may hold: beyond, new ones are told to come again. The
 * true peak is higher: while a body is put together from its blocks it stands there twice, one at a time, and what
 * is let go stays until the collector comes by. Measured, three full bodies take up to 1.7 times their length.
 */
export const MAX_BODIES_IN_MEMORY = 6 * MAX_BODY_BYTES;

/**
 * Bytes of them that one client may hold, so that nobody alone can shut the form for all others. A client is
 * told by its connection alone, since a header that names another can be made up. Behind a proxy all share
 * the proxy's address, and this is what they have together: three mailboxes, or a thousand pasted bounces at
 * once. There the shares of clients are for the proxy to keep (such as `limit_conn` of nginx).
 */
export const MAX_CLIENT_BODIES = MAX_BODIES_IN_MEMORY / 2;

/** Characters of a path with its query. Node refuses headers beyond {@link MAX_HEADER_BYTES} itself. */
export const MAX_URL_CHARACTERS = 4_096;

/** Bytes of a request's line and headers (431 beyond). */
export const MAX_HEADER_BYTES = 16 * 1024;

/** Header lines of a request: each costs memory beside its bytes. */
export const MAX_HEADER_LINES = 100;

/** Parts of a multipart form, fields of an encoded one. */
export const MAX_FIELDS = 1_000;

/** Bytes of the headers of one part of a form. */
export const MAX_PART_HEADER_BYTES = 8 * 1024;

/** Characters of a field's name; those of the form are short. */
export const MAX_FIELD_NAME = 64;

/** Answers that a form can hold: there are fewer questions. */
export const MAX_STEPS = 40;

/** Characters of the name of a file as it is shown. */
export const MAX_FILE_NAME = 255;

/** Bytes of an input that are sent back in the form, so that a question about it can be answered without script. */
export const MAX_CARRIED_BYTES = 1024 * 1024;

/** Characters of a search. */
export const MAX_QUERY = 2_048;

/** Results of a search. */
export const MAX_RESULTS = 30;

/** Milliseconds that a thread may work at one request. A mail takes some, a full mailbox a few thousand. */
export const MAX_WORK_MS = 10_000;

/** Requests that wait for a thread, and milliseconds that one waits. More would wait longer than anybody watches a page load. */
export const MAX_WAITING = 8;
export const MAX_WAIT_MS = 10_000;

/** MiB of the heap of a thread: an input that blows up ends its thread, not the service. */
export const MAX_THREAD_HEAP_MIB = 768;

/** Seconds after which a client that was told to come again should do so. */
export const RETRY_AFTER_SECONDS = 10;

/** Bytes of pages and files that are kept ready to be sent. */
export const MAX_CACHED_BYTES = 32 * 1024 * 1024;

/** Connections at once: each holds a socket and a parser. */
export const MAX_CONNECTIONS = 1_000;

/** Milliseconds in which a request's headers must have arrived (slow-loris). */
export const HEADERS_TIMEOUT_MS = 10_000;

/** Milliseconds in which the whole request must have arrived: 25 MiB at 2 Mbit/s. */
export const REQUEST_TIMEOUT_MS = 120_000;

/**
 * How often it is looked whether a body still comes, in milliseconds: a train leaves most tunnels within it.
 * Each time, a body must have grown by the same part of what it held that this is of {@link REQUEST_TIMEOUT_MS}.
 */
export const BODY_WINDOW_MS = 10_000;

/** Milliseconds that a connection may stay open without a request. */
export const KEEP_ALIVE_MS = 20_000;

/** Milliseconds that a client gets to take a refusal and to close its side of the connection. */
export const LINGER_MS = 2_000;

/** Requests over one connection, after which it is closed. */
export const MAX_REQUESTS_PER_SOCKET = 1_000;

/** Milliseconds that running requests get when the service stops. */
export const STOP_TIMEOUT_MS = 5_000;

/**
 * Checks that one client may ask for: some at once for a person who compares, then one each second. Each puts up to 64
 * questions to the DNS and some hundred to blocklists: a service without this would be an amplifier for hire.
 */
export const CHECK_PACE = { perSecond: 1, burst: 5 } as const;

/** Bytes of a message that is tested: twice what mailbox providers take of newsletters, and two seconds of a processor at most. */
export const MAX_MESSAGE_BYTES = 10 * 1024 * 1024;

/** Bytes of an earlier run to compare with: one has some hundred kilobytes. */
export const MAX_EARLIER_BYTES = 2 * 1024 * 1024;

/** Results of an earlier run that are looked at: there are fewer checks. */
export const MAX_EARLIER_RESULTS = 500;

/** Milliseconds that a thread may work at one message: what its checks may take, and some for reading it. */
export const MAX_TEST_MS = 45_000;

/** Checks that run at once for all clients that wait for them. */
export const MAX_CHECKS = 50;

/** Checks of one network that run at once: with slow mail servers each takes 30 s, and a few clients could hold all places. */
export const MAX_NETWORK_CHECKS = 5;

/** Checks that run on without their client beside {@link MAX_CHECKS}: so many networks cannot ask, go and ask again without end. */
export const MAX_LEFT_CHECKS = 50;

/** Characters of one text of a result: some screens, and more than any record has that works. */
export const MAX_SEEN = 4_000;

/** Bytes of a posted form about a record: a key and some names, each byte of them written as three characters. */
export const MAX_RECORD_FORM_BYTES = 64 * 1024;
