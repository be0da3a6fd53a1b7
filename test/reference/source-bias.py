"""Reference values for the bias of a source of pay: a meta-regression in NumPy, tau^2 by scipy.optimize.brentq.

Run from the repository's root: python3 test/reference/source-bias.py
Needs SciPy >= 1.10 (Debian: python3-scipy).
"""

import json
import platform

import numpy as np
import scipy
from scipy import optimize, stats


def fit(y, x, variances, level):
    design = np.column_stack([np.ones_like(x), x])
    df = len(y) - 2

    def coefficients(tau2):
        w = np.diag(1 / (variances + tau2))
        covariance = np.linalg.inv(design.T @ w @ design)
        return covariance @ design.T @ w @ y, covariance

    def excess(tau2):
        beta, _ = coefficients(tau2)
        return np.sum((y - design @ beta) ** 2 / (variances + tau2)) - df

    tau2 = optimize.brentq(excess, 0, 100, xtol=1e-18, rtol=1e-15) if excess(0) > 0 else 0.0
    beta, covariance = coefficients(tau2)
    errors = np.sqrt(np.diag(covariance))
    t = stats.t.ppf((1 + level) / 2, df)
    return tau2, beta, covariance, errors, t


def case(name, seed, cells, tau):
    generator = np.random.default_rng(seed)
    official = np.round(generator.normal(11.3, 0.35, cells), 6)
    variances = np.round(generator.uniform(0.001, 0.02, cells), 6)
    bias = 0.1 - 0.3 * (official - 11.3) + generator.normal(0, tau, cells)
    pay = np.round(official + bias + generator.normal(0, np.sqrt(variances)), 6)
    centre, level, place = 11.4, 0.9, 11.9
    x = official - centre
    tau2, beta, covariance, errors, t = fit(pay - official, x, variances, level)
    row = np.array([1, place - centre])
    return {
        "name": name, "logPay": pay, "logOfficial": official, "variances": variances, "centre": centre, "level": level,
        "tau": np.sqrt(tau2), "intercept": beta[0], "slope": beta[1], "interceptError": errors[0],
        "slopeError": errors[1], "interceptLow": beta[0] - t * errors[0], "slopeHigh": beta[1] + t * errors[1],
        "place": place, "bias": row @ beta, "sd": np.sqrt(tau2 + row @ covariance @ row),
    }


def plain(value):
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(entry) for entry in value]
    return float(value) if isinstance(value, (np.floating, np.integer)) else value


result = {
    "versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__},
    "cases": [case("biases that differ by occupation", 3, 24, 0.15), case("no more spread than sampling", 11, 9, 0.0)],
}
with open("test/reference/source-bias.json", "w", encoding="utf-8") as file:
    json.dump(plain(result), file, indent=1)
    file.write("\n")
