/** What scanners are let loose on: a shop whose approvers get links by mail. */
export interface Target {
  name: string;
  /** A case that waits for a decision, and the links that somebody's mail program finds in its mails. */
  next(session: number): Promise<Prey>;
  /** What a browser or a mail gateway would do: ask for an address, and get an answer. */
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

export interface Prey {
  /** As they stand in the mail: every link a person would be offered. */
  links: string[];
  /** Links that are none of this mail's: of another case, person, purpose or time, rightly signed and meant for something else. */
  foreign: string[];
  /** Whether anything at all has been recorded since the case was handed out. */
  changed(): Promise<boolean>;
}

/** A scanner's way to ask for a page. Redirects are followed as browsers follow them. */
export interface Client {
  ask(url: string, init?: RequestInit): Promise<{ status: number; url: string; html: string }>;
}

const MOST_REDIRECTS = 5;

export function clientOf(target: Target): Client {
  return {
    async ask(url, init) {
      let at = url;
      for (let hop = 0; ; hop++) {
        const request = new Request(at, hop === 0 ? init : { method: 'GET' });
        const response = await target.fetch(request);
        const location = response.headers.get('location');
        if (!location || hop === MOST_REDIRECTS)
          return { status: response.status, url: at, html: await response.text() };
        at = new URL(location, at).href;
      }
    },
  };
}
