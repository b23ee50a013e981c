import type { SideBySidePage } from '@whybounce/core/encyclopedia';
import { comparisonWording } from '../../../wording/encyclopedia-comparison.ts';
import type { ArticleSection } from '../article.ts';
import { ScrollTable } from '../part/scroll-table.tsx';
import type { SiteContext } from '../site-context.ts';
import { Compared } from './compared-example.tsx';

/** What each side says to each question, and replies of each. */
export function sideSections({ title, sides, rows }: SideBySidePage, { names }: SiteContext): ArticleSection[] {
  return [
    {
      id: 'side-by-side',
      title: comparisonWording.sideBySide,
      content: (
        <ScrollTable id="table-caption" caption={title} class="side-by-side">
          <thead>
            <tr>
              <th scope="col">{comparisonWording.aspect}</th>
              {sides.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ aspect, says }) => (
              <tr key={aspect}>
                <th scope="row">{aspect}</th>
                {says.map((text, i) => (
                  <td key={sides[i]?.name}>{text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      ),
    },
    {
      id: 'examples',
      title: comparisonWording.sayings,
      content: (
        <>
          {sides.map(({ name, examples }, side) => (
            <div key={name}>
              <h3>{name}</h3>
              {examples.map((example, i) => (
                <Compared key={example.line} example={example} id={`example-${side + 1}-${i + 1}`} names={names} />
              ))}
            </div>
          ))}
        </>
      ),
    },
  ];
}
