/**
 * The messages of the wire that a server sends, each described once. Names are snake_case and stay so.
 * Those of a browser are in browser-messages.ts.
 */

/** A widget inside arguments or results. */
export interface WireRef {
  readonly __wid__: number;
  readonly __class__?: string;
}

/** What a server may send. Requests carry an `id` where somebody waits for the answer. */
export type ServerMessage =
  | {
      readonly type: "init";
      readonly id: number;
      /** The browser has said ahead who it is, and does not answer; see greeting.ts. */
      readonly greeted?: true;
    }
  | {
      readonly type: "session-info";
      readonly session_id: string;
      readonly token: string;
      /** Additions that the server counts on; only such as the browser has named. */
      readonly features?: readonly string[];
    }
  | {
      readonly type: "create";
      readonly id?: number;
      readonly wid: number;
      readonly class: string;
      readonly args: readonly unknown[];
    }
  | CallMessage
  | { readonly type: "batch"; readonly id?: number; readonly calls: readonly Omit<CallMessage, "type">[] }
  | {
      readonly type: "listen" | "unlisten";
      readonly id?: number;
      readonly wid: number;
      readonly action: string;
    }
  | { readonly type: "reconstruct-start"; readonly id?: number; readonly next_wid: number }
  | { readonly type: "reconstruct-end"; readonly id?: number }
  | {
      readonly type: "binary-call";
      readonly id?: number;
      readonly wid: number;
      readonly method: string;
      readonly args: readonly unknown[];
    }
  | {
      readonly type: "binary-call-chunked";
      readonly id?: number;
      readonly wid: number;
      readonly method: string;
      readonly args: readonly unknown[];
      readonly transfer_id: number;
      readonly num_chunks: number;
      readonly shape?: readonly number[];
      readonly dtype?: string;
    }
  | {
      readonly type: "binary-chunk";
      readonly transfer_id: number;
      readonly chunk_index: number;
      readonly num_chunks: number;
      readonly encoding: "binary" | "base64";
      readonly data?: string;
    }
  | {
      readonly type: "register-font";
      readonly id?: number;
      readonly family: string;
      readonly weight: string;
      readonly style: string;
      readonly url: string;
    }
  | { readonly type: "set-default-font"; readonly id?: number; readonly font: DefaultFont | null }
  | Look
  /** The page was made from other definitions: which classes are different there? By name a hash of each. */
  | {
      readonly type: "compare-definitions";
      readonly id: number;
      readonly classes: Readonly<Record<string, string>>;
    }
  /** What is different, a line each, for the user of the page. */
  | { readonly type: "definitions-differ"; readonly differences: readonly string[] }
  | { readonly type: "open-url"; readonly id?: number; readonly url: string }
  /**
   * What the browser sent was wrong. With `transfer_id`: that upload is not taken, and need not go on; `limit` is
   * then the name of the limit that it went past, and `most` what that allows.
   */
  | {
      readonly type: "error";
      readonly error: string;
      readonly wid?: number;
      readonly transfer_id?: number;
      readonly limit?: string;
      readonly most?: number;
    }
  | { readonly type: "waiting"; readonly position: number };

export interface CallMessage {
  readonly type: "call";
  readonly id?: number;
  readonly wid: number;
  readonly method: string;
  readonly args: readonly unknown[];
  /** Whatever it changes must not come back as a callback. */
  readonly silent?: boolean;
  /** The last user input that the server had handled: the value is dropped when its user has gone on since. */
  readonly seen?: number;
  /** The number to give to the widget that the method returns. */
  readonly result_wid?: number;
}

/** How the page looks and speaks as a whole (feature `look`); null: as it does by itself. */
export interface Look {
  readonly type: "set-look";
  readonly theme: {
    readonly base: "light" | "dark" | "system";
    readonly density: "comfortable" | "compact";
    /** CSS values by the names of the tokens, without their prefix. */
    readonly tokens: Readonly<Record<string, string>>;
  } | null;
  readonly direction: "ltr" | "rtl" | null;
  /** BCP 47. */
  readonly language: string | null;
  /** Texts in place of the page's own, by name. */
  readonly strings: Readonly<Record<string, string>>;
}

export interface DefaultFont {
  readonly family: string;
  readonly size?: number;
  readonly weight?: string | number;
  readonly style?: string;
}

/** A piece of a file that a browser's user gave. */
export interface UploadChunkMessage {
  readonly type: "binary-chunk";
  readonly wid: number;
  readonly transfer_id: number;
  readonly file_index: number;
  readonly file_count: number;
  readonly chunk_index: number;
  readonly num_chunks: number;
  readonly encoding: "binary" | "base64";
  readonly data?: string | undefined;
  /** The file cannot be read: why. No bytes follow. */
  readonly error?: string | undefined;
}
