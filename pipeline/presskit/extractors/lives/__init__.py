"""Lives: how biographies and filmographies are read: whose they are, when born, which films."""
