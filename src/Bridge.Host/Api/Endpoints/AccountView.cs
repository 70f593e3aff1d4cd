using Bridge.Host.Accounts.Store;

namespace Bridge.Host.Api.Endpoints;

/// <summary>An account as an administrator sees it.</summary>
internal sealed record AccountView(string Id, string Name, string DisplayName, bool Disabled, bool HasPassword, bool SecondFactorEnrolled, IReadOnlyList<PostView> Posts)
{
    public static AccountView Of(Account account) => new(
        account.Id, account.UserName!, account.DisplayName, account.Disabled, account.PasswordHash is not null, account.TwoFactorEnabled,
        [.. account.Posts.Select(post => PostView.Of(post.ToPost()))]);
}
