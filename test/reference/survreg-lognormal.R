# Reference values for the censored lognormal: R's survival package.
# Run from the repository's root: Rscript test/reference/survreg-lognormal.R
# Needs R >= 4.2 with package survival (Debian: r-base-core, r-cran-survival).
suppressMessages(library(survival))

set.seed(20250502)
top_code <- 239200
pay <- exp(log(180000) + 0.4 * rnorm(80))
# Odd amounts, so that none of them is rounded to a heaping unit.
amount <- 2 * floor(pay / 2) + 1
width <- runif(80, 0.1, 0.5)
low <- floor(pay * exp(-width * runif(80)) / 1000) * 1000
high <- ceiling(low * exp(width) / 1000) * 1000
weight <- round(runif(80, 0.2, 3), 3)

censored_at <- function(value) value > top_code
samples <- list(
  list(
    name = "amounts, the high ones top-coded",
    lows = ifelse(censored_at(amount), top_code, amount),
    highs = ifelse(censored_at(amount), Inf, amount),
    weights = rep(1, 80)
  ),
  list(
    name = "ranges, the high ones top-coded, weighted",
    lows = ifelse(censored_at(high), pmin(low, top_code), low),
    highs = ifelse(censored_at(high), Inf, high),
    weights = weight
  ),
  list(
    name = "amounts, ranges, 'up to' and 'from' together, weighted",
    lows = ifelse(1:80 %% 4 == 0, amount, ifelse(1:80 %% 4 == 1, 0, low)),
    highs = ifelse(1:80 %% 4 == 0, amount, ifelse(1:80 %% 4 == 2, Inf, high)),
    weights = weight
  ),
  list(
    name = "nine tenths top-coded",
    lows = c(rep(top_code, 72), amount[amount <= top_code][1:8]),
    highs = c(rep(Inf, 72), amount[amount <= top_code][1:8]),
    weights = rep(1, 80)
  )
)

fitted <- lapply(samples, function(s) {
  first <- ifelse(s$lows == 0, NA, s$lows)
  second <- ifelse(is.infinite(s$highs), NA, s$highs)
  fit <- survreg(Surv(first, second, type = "interval2") ~ 1,
    weights = s$weights, dist = "lognormal",
    control = survreg.control(rel.tolerance = 1e-14, maxiter = 200)
  )
  c(s, list(
    mu = unname(coef(fit)), sigma = fit$scale,
    shareBelowTopCode = pnorm((log(top_code) - unname(coef(fit))) / fit$scale),
    median = unname(predict(fit, newdata = data.frame(row = 1), type = "quantile", p = 0.5))
  ))
})

number <- function(x) if (is.infinite(x)) "\"Infinity\"" else trimws(formatC(x, digits = 17, format = "g"))
text <- function(x) if (is.character(x)) sprintf("\"%s\"", x) else if (length(x) > 1) list_of(x) else number(x)
list_of <- function(x) paste0("[", paste(vapply(x, number, ""), collapse = ", "), "]")
object <- function(x) paste0("{", paste(sprintf("\"%s\": %s", names(x), vapply(x, text, "")), collapse = ", "), "}")
writeLines(c(
  "{",
  sprintf("\"versions\": {\"R\": \"%s\", \"survival\": \"%s\"},", getRversion(), packageVersion("survival")),
  sprintf("\"topCode\": %s,", top_code),
  sprintf("\"samples\": [\n%s\n]", paste(vapply(fitted, object, ""), collapse = ",\n")),
  "}"
), "test/reference/survreg-lognormal.json")
