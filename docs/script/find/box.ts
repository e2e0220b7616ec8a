/** What the small script on every page hands to the views: the box that it opened. */
export interface Box {
  panel: HTMLElement;
  input: HTMLInputElement;
  list: HTMLElement;
  status: HTMLElement;
  more: HTMLElement;
  /** The address of the search page. */
  page: string;
  end(): void;
  /** Says that something did not load, and offers to try again. */
  failed(again: () => void): void;
  /** Called at each opening, once the views are there. */
  opened?(): void;
}

declare global {
  interface Window {
    huiminBox?: Box;
  }
}
