"""Reference values for src/stats from SciPy and NumPy.

Run from the repository's root: python3 test/reference/scipy-reference.py
Needs SciPy >= 1.10 (Debian: python3-scipy).
"""

import json
import platform

import numpy as np
import scipy
from scipy import optimize, special, stats


def quantiles():
    shapes = [(0.3, 0.7), (0.5, 0.5), (1, 1), (2.5, 40), (9, 3), (0.2, 30), (150, 151), (4000.5, 12000)]
    probabilities = [1e-6, 0.001, 0.05, 0.25, 0.5, 0.9, 0.95, 0.999]
    gammas = [0.2, 0.5, 1, 3, 40, 2500]
    zs = [-37, -12, -8, -7.1, -7.05, -3, -1, -0.2, 0, 0.7, 2.5, 6, 9]
    return {
        "normalCdf": [[z, stats.norm.cdf(z)] for z in zs],
        "normalQuantile": [[p, stats.norm.ppf(p)] for p in probabilities + [1e-300, 1e-15]],
        "betaCdf": [[x, a, b, special.betainc(a, b, x)] for a, b in shapes for x in (0.01, 0.3, 0.5, 0.9)],
        "betaQuantile": [[p, a, b, stats.beta.ppf(p, a, b)] for a, b in shapes for p in probabilities],
        "gammaCdf": [[x * a, a, special.gammainc(a, x * a)] for a in gammas for x in (0.1, 0.7, 1, 1.4)],
        "gammaQuantile": [[p, a, stats.gamma.ppf(p, a)] for a in gammas for p in probabilities],
        "logGamma": [[x, special.gammaln(x)] for x in (1e-3, 0.5, 1.5, 7, 14.9, 15, 300, 2e4)],
    }


def kish():
    weights = [1, 2.5, 0.25, 7, 3, 3]
    return {"weights": weights, "size": float(np.sum(weights) ** 2 / np.sum(np.square(weights)))}


def heaping(value):
    return next((unit for unit in (5000, 1000, 500) if value % unit == 0), 0)


def censored_lognormal(name, lows, highs, weights):
    a = np.array([l - heaping(l) / 2 if l == h else l for l, h in zip(lows, highs)], float)
    b = np.array([h + heaping(h) / 2 if l == h else h for l, h in zip(lows, highs)], float)
    w = np.array(weights, float)

    def negative(parameters):
        mu, log_sigma = parameters
        sigma = np.exp(log_sigma)
        with np.errstate(divide="ignore"):
            x, y = (np.log(a) - mu) / sigma, (np.log(b) - mu) / sigma
        exact = a == b
        log_probability = np.empty(len(a))
        flip = x > 0
        lo, hi = np.where(flip, -y, x), np.where(flip, -x, y)
        rest = ~exact
        log_probability[rest] = np.log(special.ndtr(hi[rest]) - special.ndtr(lo[rest]))
        log_probability[exact] = stats.norm.logpdf(x[exact]) - np.log(sigma)
        return -np.sum(w * log_probability)

    start = [np.log(150_000), np.log(0.3)]
    options = {"xatol": 1e-11, "fatol": 1e-13, "maxiter": 20_000, "maxfev": 20_000}
    best = optimize.minimize(negative, start, method="Nelder-Mead", options=options)
    best = optimize.minimize(negative, best.x, method="Nelder-Mead", options=options)
    return {
        "name": name,
        "lows": lows,
        "highs": ["Infinity" if np.isinf(h) else h for h in highs],
        "weights": weights,
        "mu": best.x[0],
        "sigma": float(np.exp(best.x[1])),
    }


def lognormals():
    rng = np.random.default_rng(20250501)
    pay = np.exp(np.log(150_000) + 0.3 * rng.standard_normal(60))
    width = rng.uniform(0.15, 0.6, 60)
    lows = (np.round(pay * np.exp(-width * rng.uniform(size=60)) / 1000) * 1000).tolist()
    highs = (np.round(np.array(lows) * np.exp(width) / 1000) * 1000).tolist()
    weights = np.round(rng.uniform(0.2, 2, 60), 3).tolist()
    mixed_lows, mixed_highs = list(lows), list(highs)
    for i in range(0, 60, 5):
        mixed_highs[i] = mixed_lows[i] = float(round(pay[i]))
    for i in range(1, 60, 5):
        mixed_highs[i] = mixed_lows[i] = float(round(pay[i] / 5000) * 5000)
    for i in range(2, 60, 12):
        mixed_highs[i] = np.inf
    mixed_lows[3] = 0.0
    few = ([90_000.0, 120_000.0, 150_000.0], [110_000.0, 160_000.0, 200_000.0], [1.0, 1.0, 1.0])
    return [
        censored_lognormal("ranges", lows, highs, weights),
        censored_lognormal("ranges, amounts, open ends", mixed_lows, mixed_highs, weights),
        censored_lognormal("three ranges", *few),
    ]


def pooled_growth():
    rng = np.random.default_rng(7)
    occupations, years = 12, 4
    mu, shock = 0.01 * rng.standard_normal(occupations), 0.015 * rng.standard_normal(years)
    noise = 0.02 * rng.standard_normal((occupations, years))
    g = np.round(0.03 + mu[:, None] + shock[None, :] + noise, 6)
    c, t = g.shape
    deviation = g - g.mean(axis=0)
    means = deviation.mean(axis=1)
    within = np.sum((deviation - means[:, None]) ** 2) / ((c - 1) * (t - 1))
    between = max(0.0, np.var(means, ddof=1) - within / t)
    shock_variance = np.var(g.mean(axis=0), ddof=1)
    b = between / (between + within / t)
    growth = g.mean() + b * (g[0].mean() - g.mean())
    z, tq = stats.norm.ppf(0.95), stats.t.ppf(0.95, t - 1)
    half = np.sqrt(z**2 * (within + b * within / t) + tq**2 * shock_variance * (1 + 1 / t))
    return {
        "growths": g.tolist(),
        "mean": g.mean(),
        "between": between,
        "within": within,
        "shock": shock_variance,
        "ownWeight": b,
        "growth": growth,
        "halfWidth90": half,
    }


def location_quotient():
    jobs, total, national, all_jobs, rse, prior, level = 310, 98_000, 152_000, 1.49e8, 0.12, 4, 0.9
    expected = total * national / all_jobs
    m = jobs**2 / (jobs + (rse * jobs) ** 2)
    shape, rate = prior + m, prior + m / (jobs / expected)
    low, high = stats.gamma.ppf([(1 - level) / 2, (1 + level) / 2], shape, scale=1 / rate)
    return {
        "input": {
            "localJobs": jobs, "localTotal": total, "nationalJobs": national, "nationalTotal": all_jobs,
            "localRse": rse, "priorShape": prior, "level": level,
        },
        "value": shape / rate, "low": low, "high": high, "raw": jobs / expected,
    }


def percentile_rank():
    values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]
    return {"values": values, "ranks": [[x, stats.percentileofscore(values, x, kind="mean")] for x in (0, 1, 5, 7, 9)]}


def part_to_whole_ratio():
    """Numerical gradient of ln(ratio) and the full covariance matrix of parts and wholes."""
    names = ("weight", "part", "whole", "partRse", "wholeRse", "partShare")
    rows = [
        (0.55, 186_770, 148_100, 0.012, 0.004, 0.168),
        (0.30, 156_000, 126_800, 0.021, 0.007, 0.150),
        (0.15, 168_580, 153_930, 0.034, 0.010, 0.227),
    ]
    weight, part, whole, part_rse, whole_rse, share = (np.array(column) for column in zip(*rows))
    k = len(rows)
    covariance = np.zeros((2 * k, 2 * k))
    for i in range(k):
        covariance[i, i] = (part_rse[i] * part[i]) ** 2
        covariance[k + i, k + i] = (whole_rse[i] * whole[i]) ** 2
        covariance[i, k + i] = covariance[k + i, i] = share[i] * covariance[i, i]

    def log_ratio(x):
        return np.log(weight @ x[:k]) - np.log(weight @ x[k:])

    at = np.concatenate([part, whole])
    steps = np.diag(at * 1e-5)
    gradient = np.array([(log_ratio(at + h) - log_ratio(at - h)) / (2 * h.sum()) for h in steps])
    error = float(np.sqrt(gradient @ covariance @ gradient))
    ratio = float(np.exp(log_ratio(at)))
    z = stats.norm.ppf(0.95)
    return {
        "cells": [dict(zip(names, row)) for row in rows],
        "ratio": ratio, "logStandardError": error, "low": ratio * np.exp(-z * error), "high": ratio * np.exp(z * error),
    }


def subset_with_highest():
    generator = np.random.default_rng(4)
    values, errors = generator.normal(0, 0.05, 12), generator.uniform(0.005, 0.03, 12)
    z = stats.norm.ppf(1 - 0.1 / 11)
    limits = z * np.sqrt(errors[:, None] ** 2 + errors[None, :] ** 2)
    kept = ((values[:, None] - values[None, :]) <= limits).all(axis=0)
    return {"values": values.tolist(), "errors": errors.tolist(), "kept": [bool(entry) for entry in kept]}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return float(value) if isinstance(value, (np.floating, np.integer)) else value


result = {
    "versions": {"python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__},
    "quantiles": quantiles(),
    "kish": kish(),
    "lognormals": lognormals(),
    "pooledGrowth": pooled_growth(),
    "locationQuotient": location_quotient(),
    "percentileRank": percentile_rank(),
    "partToWholeRatio": part_to_whole_ratio(),
    "subsetWithHighest": subset_with_highest(),
}
with open("test/reference/scipy.json", "w", encoding="utf-8") as file:
    json.dump(plain(result), file, indent=1)
    file.write("\n")
