import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../test/golden/sample-report.js';
import { type Report, SECTION_ORDER } from '../../report/model.js';
import { planSection } from './finding-groups.js';

type Finding = Report['headline'];

const findings = (...ids: string[]): Finding[] => ids.map((id) => ({ ...sampleReport.headline, id }));
const idsOf = (list: readonly Finding[]) => list.map(({ id }) => id);

describe('planSection', () => {
  it('leads with levels and forecast, and groups the rest by what it speaks of', () => {
    const plan = planSection(
      'overview',
      findings(
        'overview.posted.cell',
        'overview.official',
        'overview.official.15-2051',
        'overview.market',
        'overview.levels',
        'overview.level-ratios',
        'overview.forecast.pay',
        'overview.forecast.record',
        'overview.new',
      ),
    );
    expect(idsOf(plan.leading)).toEqual(['overview.levels', 'overview.forecast.pay']);
    expect(plan.further.map((group) => [group.heading, idsOf(group.findings)])).toEqual([
      ['How the figure is made', ['overview.market']],
      ['Posted and filed pay, source by source', ['overview.posted.cell']],
      ['Official survey', ['overview.official', 'overview.official.15-2051']],
      ['How pay moves', ['overview.level-ratios', 'overview.forecast.record']],
      [null, ['overview.new']],
    ]);
  });

  it('leads with the first share, which names the postings, and lists the others', () => {
    const plan = planSection('requiredSkills', findings('requiredSkills.asked.a', 'requiredSkills.asked.b'));
    expect(idsOf(plan.leading)).toEqual(['requiredSkills.asked.a']);
    expect(plan.further.map((group) => idsOf(group.findings))).toEqual([['requiredSkills.asked.b']]);
  });

  it('lets what is missing lead only where it is what the section says, and then last', () => {
    const [levels, forecast, one, other] = findings(
      'overview.levels',
      'overview.forecast.pay',
      'negotiation.a',
      'negotiation.b',
    );
    const without = (finding: Finding | undefined) => ({ ...(finding as Finding), status: 'insufficient' as const });
    const overview = planSection('overview', [without(levels), forecast as Finding]);
    expect(idsOf(overview.leading)).toEqual(['overview.forecast.pay']);
    expect(overview.further).toHaveLength(1);
    const negotiation = planSection('negotiation', [without(one), other as Finding]);
    expect(idsOf(negotiation.leading)).toEqual(['negotiation.b', 'negotiation.a']);
  });

  it('lets the first two lead where it knows none', () => {
    const plan = planSection('overview', findings('pay.a', 'pay.b', 'pay.c'));
    expect(idsOf(plan.leading)).toEqual(['pay.a', 'pay.b']);
    expect(plan.further).toHaveLength(1);
  });

  it.each(SECTION_ORDER)('places every finding of %s once, and none where there is none', (id) => {
    const all = findings(
      ...['x', 'asked.a', 'asked.b', 'costs', 'costs.states', '1', 'jobs.US.1'].map((end) => `${id}.${end}`),
    );
    const { leading, further } = planSection(id, all);
    expect(idsOf([...leading, ...further.flatMap((group) => group.findings)]).sort()).toEqual(idsOf(all).sort());
    expect(planSection(id, [])).toEqual({ leading: [], further: [] });
  });
});
