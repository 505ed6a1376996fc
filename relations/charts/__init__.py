"""Series for the charts and the tables behind them: one computation feeds both."""
