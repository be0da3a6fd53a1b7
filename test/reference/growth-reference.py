"""Reference values for growth: pooled growth of an unbalanced panel at several horizons, damped trend.

Run from the repository's root: python3 test/reference/growth-reference.py
Needs SciPy >= 1.10 (Debian: python3-scipy).
"""

import itertools
import json
import platform

import numpy as np
import scipy
from scipy import optimize, stats


def unbalanced_growth():
    """Two-way layout with gaps: long format and masked means, horizons beyond a year, a mean that rests on fewer years."""
    rng = np.random.default_rng(21)
    c, t = 14, 5
    g = np.round(
        0.03 + 0.012 * rng.standard_normal((c, 1)) + 0.015 * rng.standard_normal((1, t))
        + 0.02 * rng.standard_normal((c, t)), 6)
    g[rng.uniform(size=(c, t)) < 0.25] = np.nan
    g[3, 1:] = np.nan
    year_mean = np.nanmean(g, axis=0)
    deviation = np.ma.masked_invalid(g - year_mean)
    count = deviation.count(axis=1)
    kept = count >= 2
    own = deviation[kept].mean(axis=1)
    n = count[kept]
    squares = np.ma.sum((deviation[kept] - own[:, None]) ** 2)
    within = squares / (np.sum(n - 1) - (t - 1))
    between = max(0.0, np.var(own, ddof=1) - np.mean(within / n))
    shock = np.var(year_mean, ddof=1)
    mean = year_mean.mean()
    z, tq = stats.norm.ppf(0.95), stats.t.ppf(0.95, t - 1)

    def pooled(row, mean_years):
        k = int(deviation[row].count())
        b = between / (between + within / k)
        half = {}
        for h in (0.5, 1, 2.25):
            alone = h * within + h**2 * b * within / k
            shared = shock * (h + h**2 / mean_years)
            half[str(h)] = float(np.sqrt(z**2 * alone + tq**2 * shared))
        return {"occupation": row, "meanYears": mean_years, "ownWeight": b,
                "growth": mean + b * float(deviation[row].mean()), "halfWidth90": half}

    rows = [{"occupation": f"o{i}", "year": 2018 + j, "growth": float(g[i, j])}
            for i in range(c) for j in range(t) if not np.isnan(g[i, j])]
    return {"rows": rows, "mean": mean, "betweenVariance": between, "withinVariance": float(within),
            "shockVariance": shock, "pooled": [pooled(0, t), pooled(3, t), pooled(5, 1)]}


def damped_trend(series):
    """ETS(A,Ad,N) of the logs in matrix form: y = w x + e, x' = F x + g e; parameters over the documented grid."""
    y = np.log(series)
    slope, intercept = np.polyfit(np.arange(1, 6), y[:5], 1)

    def run(alpha, beta, phi):
        transition, observe = np.array([[1, phi], [0, phi]]), np.array([1, phi])
        gain = np.array([alpha, alpha * beta])
        state, errors = np.array([intercept, slope]), []
        for value in y:
            error = value - observe @ state
            state = transition @ state + gain * error
            errors.append(error)
        return float(np.sum(np.square(errors))), state, transition, observe, gain

    alphas, betas = np.linspace(0.05, 0.95, 19), np.linspace(0, 0.95, 20)
    phis = [0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98]
    best = min(itertools.product(alphas, betas, phis), key=lambda parameters: run(*parameters)[0])
    squares, state, transition, observe, gain = run(*best)
    sd = np.sqrt(squares / (len(y) - 5))
    forecasts = []
    for h in (1, 2, 4, 8):
        weights = [observe @ np.linalg.matrix_power(transition, j - 1) @ gain for j in range(1, h)]
        half = stats.norm.ppf(0.95) * sd * np.sqrt(1 + np.sum(np.square(weights)))
        forecasts.append([h, float(observe @ np.linalg.matrix_power(transition, h - 1) @ state), half])
    free = optimize.minimize(lambda p: run(*p)[0], best, bounds=[(0.05, 0.95), (0, 0.95), (0.8, 0.98)],
                             method="L-BFGS-B", options={"ftol": 1e-15})
    return {"series": list(series), "parameters": list(map(float, best)), "residualSd": sd, "forecasts": forecasts,
            "squares": squares, "squaresWithoutGrid": min(squares, float(free.fun))}


def damped_trends():
    rng = np.random.default_rng(22)
    steady = np.round(100 * np.exp(np.cumsum(0.03 + 0.01 * rng.standard_normal(12))), 4)
    turning = np.round(100 * np.exp(np.cumsum(np.cumsum(0.006 * rng.standard_normal(24)) + 0.02)), 4)
    noisy = np.round(100 * np.exp(0.01 * np.arange(16) + 0.05 * rng.standard_normal(16)), 4)
    return [{"name": name, **damped_trend(series)}
            for name, series in (("steady", steady), ("turning", turning), ("noisy", noisy))]


def plain(value):
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return float(value) if isinstance(value, (np.floating, np.integer)) else value


result = {
    "versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__},
    "pooledGrowth": unbalanced_growth(),
    "dampedTrend": damped_trends(),
}
with open("test/reference/growth.json", "w", encoding="utf-8") as file:
    json.dump(plain(result), file, indent=1)
    file.write("\n")
