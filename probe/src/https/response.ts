/** What an HTTPS request got. */
export interface HttpsResponse {
  readonly url: string;
  /**
   * - `answered`: a whole response came, whatever its status;
   * - `not-public`: the name leads to an address that is not globally routable: nothing was connected to;
   * - `not-allowed`: no https URL, another port, credentials in it;
   * - `no-name`: it does not resolve; `bad-certificate`; `too-large`; `timeout`; `no-connection`; `broken`.
   */
  readonly outcome:
    | 'answered'
    | 'not-public'
    | 'not-allowed'
    | 'no-name'
    | 'could-not-resolve'
    | 'bad-certificate'
    | 'too-large'
    | 'timeout'
    | 'no-connection'
    | 'broken';
  readonly status: number | null;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly detail: string | null;
  readonly ip: string | null;
  /** When the server's certificate ends; null where none was seen. */
  readonly certificateEnds: Date | null;
}

/** Fetches from the public web. Never throws for what servers do or fail to do; follows no redirect. */
export interface HttpsFetcher {
  get(url: string): Promise<HttpsResponse>;
}
