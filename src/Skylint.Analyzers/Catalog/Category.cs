namespace Skylint.Catalog;

/// <summary>The pillar that a rule serves; also its Roslyn diagnostic category, so that a whole pillar can be configured at once.</summary>
public enum Category
{
    Security,
    Reliability,
    Cost,
    Operations,
    Performance,
}
