import { search } from '@whybounce/core/encyclopedia';
import type { SearchResults, SearchTask } from './search-task.ts';
import { serveCalls } from './serve-calls.ts';

/** A thread that searches the encyclopedia: its index takes a while to be made, and stays. */
serveCalls(({ query, limit }: SearchTask): Promise<SearchResults> => search(query, limit));
