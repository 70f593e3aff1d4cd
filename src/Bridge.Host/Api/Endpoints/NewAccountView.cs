namespace Bridge.Host.Api.Endpoints;

/// <summary>A new account, or one whose password was taken away, with the code that sets one.</summary>
/// <param name="Code">Shown once; good once and for three days.</param>
internal sealed record NewAccountView(AccountView Account, string Code);
