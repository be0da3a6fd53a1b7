"""Reference values for shrinkage: Paule-Mandel, moments of cells, robust empirical-Bayes critical values.

Run from the repository's root: python3 test/reference/shrinkage-reference.py (about a minute)
Needs SciPy >= 1.10 (Debian: python3-scipy).

The critical values solve the paper's linear programme itself, on a grid of the normalised bias that is refined around
the support found, and share no formula with src/stats but P(|Z + b| > chi).
"""

import json
import platform

import numpy as np
import scipy
from scipy import optimize, special, stats


def miss(bias, chi):
    return special.ndtr(bias - chi) + special.ndtr(-bias - chi)


def largest_miss(m2, kurtosis, chi):
    """Maximum over distributions of t = b^2 with E t = m2, E t^2 <= kurtosis m2^2, by linear programming."""
    grid = np.unique(np.concatenate([np.linspace(0, max(np.sqrt(m2) + 1, chi + 9), 3001), [np.sqrt(m2)]]))
    step, best = grid[1], -np.inf
    for _ in range(4):
        t = grid**2
        # Rows are scaled so that the constraints are of order one.
        limit = {} if np.isinf(kurtosis) else {"A_ub": [(t / m2) ** 2], "b_ub": [kurtosis]}
        solved = optimize.linprog(
            -miss(grid, chi), A_eq=[np.ones_like(t), t / m2], b_eq=[1, 1], bounds=(0, None), method="highs", **limit
        )
        assert solved.status == 0, solved.message
        best = max(best, -solved.fun)
        support = grid[solved.x > 1e-10]
        near = [np.linspace(b - 2 * step, b + 2 * step, 201) for b in support]
        grid = np.unique(np.abs(np.concatenate([grid[:: max(1, len(grid) // 400)], support, *near, [0, np.sqrt(m2)]])))
        step /= 50
    return best


def critical_values():
    cases = [
        (0.01, np.inf, 0.1), (0.25, np.inf, 0.05), (1, np.inf, 0.1), (4, np.inf, 0.05), (30, np.inf, 0.1),
        (0.25, 15, 0.05), (1, 3, 0.2), (1, 3, 0.1), (1, 1.5, 0.1), (2.5, 6, 0.1), (4, 3, 0.05), (4, 20, 0.05),
        (7.84, 8, 0.1), (25, 3, 0.05), (0.05, 40, 0.1), (0.6, 1.02, 0.1), (400, 2.5, 0.1),
    ]
    rows = []
    for m2, kurtosis, alpha in cases:
        low, high = stats.norm.ppf(1 - alpha / 2) - 1e-6, np.sqrt((1 + m2) / alpha) + 1e-6
        value = optimize.brentq(lambda chi: largest_miss(m2, kurtosis, chi) - alpha, low, high, xtol=1e-9)
        rows.append({"m2": m2, "kurtosis": "Infinity" if np.isinf(kurtosis) else kurtosis, "alpha": alpha, "value": value})
    return rows


def paule_mandel(estimates, variances, columns=None, mean=None):
    y, v = np.array(estimates), np.array(variances)
    x = np.ones((len(y), 1)) if columns is None else np.column_stack([np.ones(len(y)), *columns])

    def centres(tau2):
        if mean is not None:
            return np.full(len(y), mean), []
        root = 1 / np.sqrt(v + tau2)
        coefficients = np.linalg.lstsq(x * root[:, None], y * root, rcond=None)[0]
        return x @ coefficients, coefficients.tolist()

    def q(tau2):
        return np.sum((y - centres(tau2)[0]) ** 2 / (v + tau2))

    df = len(y) - (0 if mean is not None else x.shape[1])
    tau2 = 0.0 if q(0) <= df else optimize.brentq(lambda t: q(t) - df, 0, 10 * np.var(y) + 1, xtol=1e-16, rtol=1e-14)
    return {"tau2": tau2, "cochranQ": q(0), "centres": centres(tau2)[0].tolist(), "coefficients": centres(tau2)[1]}


def paule_mandels():
    rng = np.random.default_rng(11)
    k = 40
    v = np.round(rng.gamma(2, 0.01, k) + 0.001, 6)
    slope = np.round(rng.standard_normal((2, k)), 4)
    y = np.round(0.3 + 0.2 * slope[0] + 0.15 * rng.standard_normal(k) + np.sqrt(v) * rng.standard_normal(k), 6)
    alike = np.round(0.3 + 0.5 * np.sqrt(v) * rng.standard_normal(k), 6)
    data = {"variances": v.tolist()}
    return [
        {"name": "estimated mean", **data, "estimates": y.tolist(), "options": {}, **paule_mandel(y, v)},
        {"name": "known mean", **data, "estimates": y.tolist(), "options": {"mean": 0.25}, **paule_mandel(y, v, mean=0.25)},
        {"name": "covariates", **data, "estimates": y.tolist(), "options": {"covariates": slope.tolist()},
         **paule_mandel(y, v, columns=slope)},
        {"name": "no root", **data, "estimates": alike.tolist(), "options": {}, **paule_mandel(alike, v)},
    ]


def cell_moments(estimates, variances, centres, weights):
    e, v, w = np.array(estimates) - np.array(centres), np.array(variances), np.array(weights)
    second = np.average(e**2 - v, weights=w)
    fourth = np.average(e**4 - 6 * v * e**2 + 3 * v**2, weights=w)
    tau2 = max(second, 2 * np.mean(w**2 * v**2) / (w.sum() * np.mean(w * v)))
    floor = 1 + 32 * np.mean(w**2 * v**4) / (w.sum() * np.mean(w * v**2)) / tau2**2
    return {"untruncatedTau2": second, "tau2": tau2, "kurtosis": max(fourth / tau2**2, floor)}


def cell_moment_cases():
    rng = np.random.default_rng(12)
    cases = []
    for name, k, spread in (("many cells, heavy tails", 300, 0.2), ("few cells", 6, 0.1), ("nothing between cells", 50, 0)):
        v = np.round(rng.gamma(2, 0.005, k) + 0.001, 6)
        w = np.round(rng.uniform(0.5, 2, k), 3)
        centres = np.round(rng.standard_normal(k), 4)
        y = np.round(centres + spread * rng.standard_t(5, k) + 0.9 * np.sqrt(v) * rng.standard_normal(k), 6)
        inputs = {"estimates": y.tolist(), "variances": v.tolist(), "centres": centres.tolist(), "weights": w.tolist()}
        cases.append({"name": name, **inputs, **cell_moments(y, v, centres, w)})
    return cases


def least_squares():
    rng = np.random.default_rng(13)
    columns = np.vstack([np.ones(30), 1e4 + rng.standard_normal(30), rng.standard_normal(30)])
    y, w = rng.standard_normal(30) + 0.3 * columns[2], rng.uniform(0.1, 3, 30)
    root = np.sqrt(w)
    b = np.linalg.lstsq(columns.T * root[:, None], y * root, rcond=None)[0]
    return {"columns": columns.tolist(), "y": y.tolist(), "weights": w.tolist(), "coefficients": b.tolist(),
            "fitted": (columns.T @ b).tolist()}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return float(value) if isinstance(value, (np.floating, np.integer)) else value


result = {
    "versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__},
    "criticalValues": critical_values(),
    "pauleMandel": paule_mandels(),
    "cellMoments": cell_moment_cases(),
    "leastSquares": least_squares(),
}
with open("test/reference/shrinkage.json", "w", encoding="utf-8") as file:
    json.dump(plain(result), file, indent=1)
    file.write("\n")
