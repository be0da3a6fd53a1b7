"""Reference values for the difference and the ratio of two estimates with intervals of their own.

Run from the repository's root: python3 test/reference/difference-reference.py
Needs SciPy >= 1.10 (Debian: python3-scipy).

The intervals of the single estimates are SciPy's or exact. The limits of the difference are found by root finding from
the definition and not from the closed form: the variances recovered at each limit, (estimate - limit)^2 / z^2, must make
the limit lie z standard errors from the difference. Those of the ratio are the same on logarithms.
"""

import json
import platform

import numpy as np
import scipy
from scipy import optimize, stats

LEVEL = 0.9
Z = stats.norm.ppf((1 + LEVEL) / 2)


def difference(first, second):
    (a, a_low, a_high), (b, b_low, b_high) = first, second
    d = a - b
    reach = 10 * (a_high - a_low + b_high - b_low) + 1

    def limit(sign, below, above):
        recovered = ((a - below) / Z) ** 2 + ((b - above) / Z) ** 2
        return optimize.brentq(lambda x: (x - d) ** 2 / recovered - Z**2, *sorted((d, d + sign * reach)), xtol=1e-13)

    return {"value": d, "low": limit(-1, a_low, b_high), "high": limit(1, a_high, b_low)}


def ratio(first, second):
    return {key: np.exp(value) for key, value in difference(np.log(first), np.log(second)).items()}


def wilson(successes, trials):
    interval = stats.binomtest(successes, trials).proportion_ci(LEVEL, method="wilson")
    return [successes / trials, interval.low, interval.high]


def exponential_mean(total, n):
    tail = (1 - LEVEL) / 2
    return [total / n, 2 * total / stats.chi2.ppf(1 - tail, 2 * n), 2 * total / stats.chi2.ppf(tail, 2 * n)]


def poisson_mean(count, exposure):
    tail = (1 - LEVEL) / 2
    return [count / exposure, stats.chi2.ppf(tail, 2 * count) / 2 / exposure, stats.chi2.ppf(1 - tail, 2 * count + 2) / 2 / exposure]


PAIRS = {
    "proportions, Wilson": (wilson(56, 70), wilson(48, 80)),
    "rare against common": (wilson(1, 40), wilson(33, 60)),
    "means of exponential waiting times, exact": (exponential_mean(812.5, 9), exponential_mean(301.2, 14)),
    "Poisson rates, exact": (poisson_mean(7, 3.5), poisson_mean(31, 10)),
    "pay, modelled": ([254983, 219487, 296221], [199456, 170866, 232829]),
    "pay, wide and skewed": ([68486, 55677, 96953], [59374, 52885, 67525]),
}

result = {
    "versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__},
    "pairs": [
        {"name": name, "first": first, "second": second, "difference": difference(first, second), "ratio": ratio(first, second)}
        for name, (first, second) in PAIRS.items()
    ],
}
with open("test/reference/difference.json", "w", encoding="utf-8") as file:
    json.dump(result, file, indent=1, default=float)
    file.write("\n")
