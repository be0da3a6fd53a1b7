# Reference values for the employer-jackknife quantile intervals: R's survey package.
# Run from the repository's root: Rscript test/reference/survey-quantiles.R
# Needs R >= 4.2 with package survey (Debian: r-base-core, r-cran-survey).
suppressMessages(library(survey))

set.seed(20250501)
employers <- 24
size <- pmax(1, round(3 * exp(rnorm(employers))))
employer <- rep(seq_len(employers), size)
value <- round(exp(log(150000) + 0.2 * rnorm(employers)[employer] + 0.25 * rnorm(length(employer))))
weight <- round(runif(length(employer), 0.5, 3), 3)
data <- data.frame(employer, value, weight)

design <- svydesign(ids = ~employer, weights = ~weight, data = data)
replicates <- as.svrepdesign(design, type = "JK1", mse = TRUE)
df <- degf(replicates)
n <- nrow(data)
level <- 0.9
alpha <- 1 - level
woodruff <- survey:::woodruffCI
rule <- survey:::qrule_math

intervals <- lapply(c(0.1, 0.25, 0.5, 0.75, 0.9), function(p) {
  q <- unname(coef(svyquantile(~value, replicates, p, qrule = "math", ci = FALSE))[[1]])
  variance <- as.numeric(vcov(svymean(~I(as.numeric(value <= q)), replicates)))
  # The interval as specified: Korn-Graubard at p itself, z for R's t with n - 1, effective size at most n.
  size <- min(n, p * (1 - p) / variance) * (qnorm(alpha / 2) / qt(alpha / 2, df))^2
  limits <- c(qbeta(alpha / 2, size * p, size * (1 - p) + 1), qbeta(1 - alpha / 2, size * p + 1, size * (1 - p)))
  # survey 4.1 takes the plain mean interval for replicate designs whatever interval.type says; its own beta interval
  # is reached through woodruffCI.
  theirs <- woodruff(value, q, p, replicates, rule, alpha, df, method = "beta")
  linearised <- confint(svyquantile(~value, design, p, alpha = alpha, qrule = "math", interval.type = "beta"))
  list(
    p = p, value = q, variance = variance, limits = limits, informativeN = size,
    low = rule(value, weight, limits[1]), high = rule(value, weight, limits[2]),
    surveyBeta = unname(theirs), surveyBetaLinearised = as.numeric(linearised)
  )
})

# A share of observations, clustered by employer: svyciprop's beta interval with z for R's t with n - 1.
share <- svymean(~I(as.numeric(value > 150000)), replicates)
share_p <- as.numeric(coef(share))
share_size <- min(n, share_p * (1 - share_p) / as.numeric(vcov(share))) * (qnorm(alpha / 2) / qt(alpha / 2, df))^2
share_x <- share_size * share_p
proportion <- list(
  above = 150000, value = share_p,
  low = qbeta(alpha / 2, share_x, share_size - share_x + 1),
  high = qbeta(1 - alpha / 2, share_x + 1, share_size - share_x)
)

# SciPy 1.10's t quantiles are right to 1e-9 only; R's to the last bits.
degrees <- c(1, 2, 3, 4.5, 10, 31, 300)
probabilities <- c(1e-6, 0.001, 0.05, 0.25, 0.9, 0.95, 0.999)
t_quantiles <- unlist(lapply(degrees, function(d) lapply(probabilities, function(p) c(p, d, qt(p, d)))), recursive = FALSE)

number <- function(x) if (is.list(x)) object(x) else if (length(x) > 1) list_of(x) else trimws(formatC(x, digits = 17, format = "g"))
list_of <- function(x) paste0("[", paste(vapply(x, number, ""), collapse = ", "), "]")
object <- function(x) paste0("{", paste(sprintf("\"%s\": %s", names(x), vapply(x, number, "")), collapse = ", "), "}")
writeLines(c(
  "{",
  sprintf("\"versions\": {\"R\": \"%s\", \"survey\": \"%s\"},", getRversion(), packageVersion("survey")),
  sprintf("\"level\": %s, \"df\": %d,", level, as.integer(df)),
  sprintf("\"employer\": %s,", list_of(employer)),
  sprintf("\"value\": %s,", list_of(value)),
  sprintf("\"weight\": %s,", list_of(weight)),
  sprintf("\"intervals\": [%s]", paste(vapply(intervals, object, ""), collapse = ",\n")),
  sprintf(", \"proportion\": %s", object(proportion)),
  sprintf(", \"tQuantile\": [%s]", paste(vapply(t_quantiles, list_of, ""), collapse = ", ")),
  "}"
), "test/reference/survey-quantiles.json")
